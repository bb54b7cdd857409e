using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Delivery;
using Orchestration.Local.Datamart;
using Orchestration.LocalRuntime.Time;
using Orchestration.Messages;

namespace Orchestration.Local.Demo;

/// <summary>
/// Recipients who do not want any more, or are no longer there: some professionals unsubscribe after the first edition of their newsletter, the addresses of
/// others have ceased to exist, and some insured people answer STOP to an SMS while the invitations are still going out.
/// </summary>
internal sealed class RecipientsActor(DemoStage stage, BusinessTime time, DemoOptions options)
{
    private const int Unsubscribing = 12, Bouncing = 3;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var invitations = time.WaitUntilAsync(options.Script.StopAt, cancellation);
        using (await time.WaitUntilAsync(options.Script.UnsubscribeAt, cancellation))
        {
            await UnsubscribeAsync(cancellation);
            await BounceAsync(cancellation);
        }

        using (await invitations)
            await StopAsync(cancellation);
    }

    private async Task UnsubscribeAsync(CancellationToken cancellation)
    {
        foreach (var file in Letters().Take(Unsubscribing))
            await stage.UnsubscribeAsync(LinkIn(file), cancellation);
    }

    /// <summary>The gateway tells of addresses that do not exist any more by the message that came back.</summary>
    private async Task BounceAsync(CancellationToken cancellation)
    {
        var bounced = Letters().Skip(Unsubscribing).Take(Bouncing).Select(file => Guid.Parse(Path.GetFileNameWithoutExtension(file))).ToHashSet();
        await foreach (var (lot, message) in stage.MessagesAsync(options.Script.Newsletter, cancellation))
        {
            if (bounced.Contains(message))
                await stage.ReceiveAsync(new Receipt(lot, message, DeliveryStatus.Failed, "unknown-address", IsPermanent: true, options.Script.UnsubscribeAt), cancellation);
        }
    }

    private IEnumerable<string> Letters() =>
        Directory.EnumerateFiles(Path.Combine(options.Folder, "outbox", options.Script.Newsletter.Value), "*.eml").Order(StringComparer.Ordinal);

    private static Uri LinkIn(string file)
    {
        const string Header = "List-Unsubscribe: <";
        var line = File.ReadLines(file).First(line => line.StartsWith(Header, StringComparison.Ordinal));
        return new Uri(line[Header.Length..].TrimEnd('>'));
    }

    /// <summary>The gateway tells of STOPs by number.</summary>
    private async Task StopAsync(CancellationToken cancellation)
    {
        var suppressions = stage.Services.GetRequiredService<SuppressionList>();
        var date = DateOnly.FromDateTime(options.Script.Start.UtcDateTime);
        var datamart = new SyntheticDatamart(new SyntheticSize(date, options.People), Populations.Read(options.Caisses));
        foreach (var number in datamart.MobilesWithoutEmail().Where((_, n) => n % 100 == 0).Take(60))
            await suppressions.CloseAddressAsync(number, SuppressionKind.Stop, Channel.Sms, cancellation);
    }
}
