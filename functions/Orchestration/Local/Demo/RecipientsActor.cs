using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Local.Datamart;
using Orchestration.LocalRuntime.Time;
using Orchestration.Messages;

namespace Orchestration.Local.Demo;

/// <summary>
/// Recipients who do not want any more: some professionals unsubscribe after the first edition of their newsletter, and some insured people answer STOP
/// to an SMS while the invitations are still going out.
/// </summary>
internal sealed class RecipientsActor(DemoStage stage, BusinessTime time, DemoOptions options)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var invitations = time.WaitUntilAsync(options.Script.StopAt, cancellation);
        using (await time.WaitUntilAsync(options.Script.UnsubscribeAt, cancellation))
            await UnsubscribeAsync(cancellation);
        using (await invitations)
            await StopAsync(cancellation);
    }

    private async Task UnsubscribeAsync(CancellationToken cancellation)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(options.Folder, "outbox", options.Script.Newsletter.Value), "*.eml").Order(StringComparer.Ordinal).Take(12))
            await stage.UnsubscribeAsync(LinkIn(file), cancellation);
    }

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
