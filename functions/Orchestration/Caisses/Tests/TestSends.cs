using Microsoft.Extensions.Options;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses.Orders;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Messages.Library;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Sms;
using Orchestration.Planning;
using Orchestration.Security;

namespace Orchestration.Caisses.Tests;

/// <summary>
/// Sends a campaign of a caisse to a few people who want to see it before everybody else (« BAT »): the invented person of its template, the mark [TEST]. It goes
/// straight to the adapter: no lot, no decision, nothing in any count.
/// </summary>
public sealed class TestSends(
    ContentLibrary library, SuppressionList suppressions, SuppressionHasher hasher, LinkSigner links, AdapterChoice adapters, IOptions<MessageSettings> settings)
{
    private const string Mark = "[TEST] ";

    /// <param name="order">The campaign; its content is pinned.</param>
    /// <param name="addresses">Allowed ones, on its channels.</param>
    /// <param name="nonce">Of the request: a repeat gives the same ids.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>One outcome per address, in order.</returns>
    internal async Task<IReadOnlyList<TestOutcome>> SendAsync(
        Order order, IReadOnlyList<TestAddress> addresses, string nonce, CancellationToken cancellation)
    {
        var pinned = order.Plan.Pinned ?? throw new ArgumentException("The order pins no content.", nameof(order));
        var content = await library.LoadAsync(pinned.Hash, cancellation);
        await suppressions.RefreshAsync(cancellation);
        var renderer = new MessageRenderer(content, settings.Value);
        var outcomes = new List<TestOutcome>();
        foreach (var address in addresses)
            outcomes.Add(await SendAsync(order.Plan, content, renderer, address, nonce, cancellation));
        return outcomes;
    }

    private async Task<TestOutcome> SendAsync(
        PlannedSend plan, CompiledContent content, MessageRenderer renderer, TestAddress address, string nonce, CancellationToken cancellation)
    {
        TestOutcome NotSent(string detail) => new(address.Value, address.Channel, Sent: false, detail, null);

        var person = hasher.OfAddress(address.Value);
        if (suppressions.Find(person, address.Value, address.Channel, plan.Purpose) is not null)
            return NotSent("Non envoyé : cette adresse est fermée, ou la personne s’est opposée à ces messages.");
        var outcome = renderer.Render(new Recipient(address.Value, address.Channel, content.Sample), Context(plan, content.Hash, address, nonce, person));
        if (!outcome.IsMessage)
            return NotSent(outcome.Refusal.Detail);

        var message = Marked(outcome.Message);
        try
        {
            var result = await adapters.Of(plan.Key, address.Channel).SendAsync(message, cancellation);
            return result.Status == DeliveryStatus.Failed
                ? NotSent($"Refusé par l’opérateur ({result.Reason}).")
                : new TestOutcome(address.Value, address.Channel, Sent: true, "Envoyé.", message.Id);
        }
        catch (TransientDeliveryException)
        {
            return NotSent("L’opérateur ne répond pas. Réessayez plus tard.");
        }
    }

    private MessageContext Context(PlannedSend plan, string contentHash, TestAddress address, string nonce, string person)
    {
        var caisse = CaisseDirectory.Get(plan.Caisses.Single());
        return new MessageContext(
            MessageId.CreateTest(plan.Key, address.Value, contentHash, nonce), plan.Key, caisse, plan.ZoneOf(caisse.Id).Slots[0].Start,
            links.UnsubscribeUrl(LinkSigner.TestReference(plan.Key, caisse.Id)), person);
    }

    /// <summary>With the mark that tells a test from the message itself.</summary>
    internal static OutgoingMessage Marked(OutgoingMessage message)
    {
        if (message.Channel == Channel.Email)
            return message with { Subject = Mark + message.Subject };
        var text = Mark + message.Text;
        return message with { Text = text, Meta = message.Meta with { Segments = SmsSize.Measure(text).Segments } };
    }
}
