using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Caisses;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Tests;
using Orchestration.Campaigns;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates;

namespace Orchestration.Local;

/// <summary>
/// Puts a template, rendered for its sample and marked [TEST], into the outbox of this machine, as a BAT over HTTP does for a campaign: no lot, no decision,
/// nothing in any count.
/// </summary>
/// <param name="package">A template without problems.</param>
/// <param name="settings">Allowed domains and senders, limits.</param>
/// <param name="outbox">The folder.</param>
/// <param name="time">Tells one run from the next.</param>
internal sealed class TestMailing(TemplatePackage package, MessageSettings settings, string outbox, TimeProvider time)
{
    private const int LongestName = 40;

    /// <returns>One outcome per address, in order.</returns>
    public async Task<IReadOnlyList<TestOutcome>> SendAsync(Caisse caisse, IReadOnlyList<TestAddress> addresses, CancellationToken cancellation)
    {
        var bundle = ContentBundle.Create(package, package.Manifest.Channels, "true", new Dictionary<string, string>());
        var content = CompiledContent.Compile(bundle, settings, RendererChoice.Own.Create);
        var renderer = new MessageRenderer(content, settings);
        var now = time.GetUtcNow();
        var send = SendKey.Create(OrderId.Create(caisse.Id, now, isTest: true, 0), NameOf(package.Manifest.Id), "test", "1");
        var outcomes = new List<TestOutcome>();
        foreach (var address in addresses)
        {
            var id = MessageId.CreateTest(send, address.Value, content.Hash, $"{now.UtcTicks:x16}");
            var outcome = renderer.Render(
                new Recipient(address.Value, address.Channel, content.Sample),
                new MessageContext(id, send, caisse, now, SampleRendering.UnsubscribeUrl, ""));
            outcomes.Add(outcome.IsMessage
                ? await SendAsync(address, TestSends.Marked(outcome.Message), cancellation)
                : new TestOutcome(address.Value, address.Channel, Sent: false, outcome.Refusal.Detail, null));
        }

        return outcomes;
    }

    private async Task<TestOutcome> SendAsync(TestAddress address, OutgoingMessage message, CancellationToken cancellation)
    {
        await new OutboxAdapter(address.Channel, outbox, time, NullLogger<OutboxAdapter>.Instance).SendAsync(message, cancellation);
        var file = Directory.EnumerateFiles(Path.Combine(outbox, message.Meta.SendKey), $"{message.Id:D}.*").Single();
        return new TestOutcome(address.Value, address.Channel, Sent: true, file, message.Id);
    }

    /// <summary>The last part of a template's id, as a part of a send key.</summary>
    private static string NameOf(string template)
    {
        var name = template[(template.LastIndexOf('/') + 1)..];
        return name[..Math.Min(name.Length, LongestName)].TrimEnd('-');
    }
}
