using System.Text.Json;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Messages.Library;
using Orchestration.Messages.Rendering;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>Renders the messages of a lot, leaving out those who must not be written to any more.</summary>
public sealed class LotRendering(
    Containers containers,
    LotStore lots,
    ContentLibrary library,
    SuppressionList suppressions,
    SuppressionHasher hasher,
    LinkSigner links,
    IOptions<MessageSettings> settings,
    Clocks clocks)
{
    /// <summary>
    /// Renders; if another run was first, its lot stands. A lot that does not go any more, and that storage has lost, is rendered with the content of its
    /// decisions, so that the end of its messages can be recorded: the delivery hands none of them over.
    /// </summary>
    /// <exception cref="MissingBlobException">The input names no content, and no decision was committed.</exception>
    public async Task<LotReady> RenderAsync(RenderInput input, CancellationToken cancellation)
    {
        var hash = input.ContentHash ?? (await containers.Decisions.ReadAsync<DecisionIndex>(
            DecisionPaths.Index(input.Lot.Send, input.Lot.Caisse), cancellation)).ContentHash;
        var content = await library.LoadAsync(hash, cancellation);
        await suppressions.RefreshAsync(cancellation);
        var path = DecisionPaths.Recipients(input.Lot.Send, input.Lot.Caisse, input.Run, input.Lot.Number);
        var recipients = await containers.ReadImmutableAsync(containers.Lots, path, cancellation);

        using var lot = new RenderedLot();
        var withheld = Render(input, content, Ndjson.Read<LotRecipient>(recipients), lot);
        var (bytes, sha256) = lot.Complete();
        await WriteWithheldAsync(input.Lot, sha256, withheld, cancellation);
        var ready = new LotReady(
            input.Lot, input.Channel, input.Priority, lot.Count, input.Lot.MessagesPath, sha256, input.Slot.Start, input.ExpiresAt);
        var kept = await lots.TryWriteAsync(ready, bytes, cancellation);
        if (ReferenceEquals(kept, ready))
        {
            Meters.LotRendered(input.Channel);
            Meters.MessagesGot(input.Channel, withheld);
        }

        return kept;
    }

    /// <returns>Those who get no message after all.</returns>
    private List<MessageOutcome> Render(RenderInput input, CompiledContent content, IEnumerable<LotRecipient> recipients, RenderedLot lot)
    {
        var renderer = new MessageRenderer(content, settings.Value);
        var caisse = CaisseDirectory.Get(input.Lot.Caisse);
        var purpose = content.Manifest.Purpose;
        var withheld = new List<MessageOutcome>();
        foreach (var (index, recipient) in recipients.Index())
        {
            var id = MessageId.Create(input.Lot.Send, recipient.Person);
            var person = hasher.OfPerson(recipient.Person);
            if (suppressions.Find(person, recipient.To, input.Channel, purpose) is { } suppression)
            {
                withheld.Add(Withheld(id, ExclusionReason.Of(suppression)));
                continue;
            }

            var link = LinkSigner.Reference(input.Lot.Send, caisse.Id, input.Lot.Number, index);
            var outcome = renderer.Render(
                new Recipient(recipient.To, input.Channel, recipient.Fields),
                new MessageContext(id, input.Lot.Send, caisse, input.Slot.Start, links.UnsubscribeUrl(link), person));
            if (outcome.IsMessage)
                lot.Add(outcome.Message);
            else
                withheld.Add(Withheld(id, outcome.Refusal.Code));
        }

        return withheld;
    }

    private MessageOutcome Withheld(Guid id, string reason) => new(id, DeliveryStatus.Withheld, reason, clocks.Business.GetUtcNow());

    /// <summary>Before the lot itself: once the lot is there, who is not in it is known.</summary>
    private async Task WriteWithheldAsync(
        LotId lot, string sha256, IReadOnlyCollection<MessageOutcome> withheld, CancellationToken cancellation)
    {
        if (withheld.Count == 0)
            return;
        var lines = string.Concat(withheld.Select(outcome => JsonSerializer.Serialize(outcome, Json.Options) + "\n"));
        await containers.Decisions.WriteAsync(
            DecisionPaths.Withheld(lot.Send, lot.Caisse, lot.Number, sha256), BinaryData.FromString(lines), "application/x-ndjson", cancellation);
    }
}
