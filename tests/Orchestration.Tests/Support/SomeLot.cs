using Orchestration.Delivery;
using Orchestration.Messages;

namespace Orchestration.Tests.Support;

/// <summary>Rendered lots without their rendering.</summary>
internal static class SomeLot
{
    public static OutgoingMessage Message(int person, Channel channel = Channel.Email) => new(
        Some.MessageIdOf(person),
        Address(person, channel),
        channel,
        channel == Channel.Email ? "\"L’Assurance Maladie\" <info@info.ameli.fr>" : "AssMaladie",
        "Bonjour.",
        new MessageMeta(
            Some.Key.Value, Some.Caisse, "national/essai", 2, new string('a', 64), Purpose.Promotion, Some.Hasher.OfPerson($"P{person}"),
            channel == Channel.Sms ? 1 : null),
        channel == Channel.Email ? "Votre compte" : null,
        channel == Channel.Email ? "<!DOCTYPE html><html lang=\"fr\"><body>Bonjour.</body></html>" : null,
        channel == Channel.Email ? new Dictionary<string, string> { ["Date"] = "Tue, 27 Apr 2027 07:00:00 +0000" } : null);

    public static string Address(int person, Channel channel = Channel.Email) =>
        channel == Channel.Email ? $"p{person}@exemple.fr" : $"+336{person:00000000}";

    /// <summary>Writes a lot of so many people, P1 and on, as rendering does.</summary>
    public static async Task<LotReady> WriteAsync(AppStorage storage, int count, Channel channel = Channel.Email, int number = 1)
    {
        using var lot = new RenderedLot();
        for (var person = 1; person <= count; person++)
            lot.Add(Message(person, channel));
        var (content, sha256) = lot.Complete();
        var id = Some.Lot(number);
        var ready = new LotReady(id, channel, 80, count, id.MessagesPath, sha256, Some.Slot.Start, Some.ExpiresAt);
        return await new LotStore(storage.Containers).TryWriteAsync(ready, content, default);
    }

    /// <summary>Records what became of messages of lot 1, as a delivery does.</summary>
    public static async Task RecordAsync(AppStorage storage, params (int Person, DeliveryStatus Status, string? Reason)[] outcomes)
    {
        await using var progress = await LotProgress.OpenAsync(
            storage.Containers, Some.Lot(), int.MaxValue, new WorkerId("11111111-1111-1111-1111-111111111111"), storage.System, default);
        await progress.AppendAsync([.. outcomes.Select(outcome => Some.Outcome(Some.MessageIdOf(outcome.Person), outcome.Status, outcome.Reason))], default);
    }
}
