using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Caisses.Views;

/// <summary>A campaign of a caisse.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Caisse">Id of the only caisse that it reaches.</param>
/// <param name="Type">Ready-made or custom.</param>
/// <param name="Title">As people see it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Template">Id of the model or layout.</param>
/// <param name="Version">Of that template.</param>
/// <param name="WishedDate">The date that the caisse asked for.</param>
/// <param name="Options">Ids of the options that were chosen.</param>
/// <param name="Channels">In order of preference.</param>
/// <param name="Audience">Criterion, with its options.</param>
/// <param name="Slot">When it goes out.</param>
/// <param name="Send">Key of its send, as operators see it.</param>
/// <param name="ContentHash">What the visa or the confirmation is on.</param>
/// <param name="Remarks">In French, what the caisse should know.</param>
/// <param name="OrderedBy">Who.</param>
/// <param name="OrderedAt">Business time.</param>
/// <param name="IsTest">Its messages go to the outbox only.</param>
public sealed record OrderView(
    string Id,
    string Caisse,
    CampaignType Type,
    string Title,
    OrderState State,
    string Template,
    int Version,
    DateOnly WishedDate,
    IReadOnlyList<string> Options,
    IReadOnlyList<Channel> Channels,
    string Audience,
    SlotView Slot,
    SendKey Send,
    string? ContentHash,
    IReadOnlyList<string> Remarks,
    string OrderedBy,
    DateTimeOffset OrderedAt,
    bool IsTest)
{
    /// <summary>Texts of the free zones, by name; null for a ready-made campaign.</summary>
    public IReadOnlyDictionary<string, string>? Zones { get; init; }

    /// <summary>Null before its preparation.</summary>
    public CountsView? Counts { get; init; }

    /// <summary>As it was placed: of the order alone, so that the same request is answered the same.</summary>
    public static OrderView Of(Order order) => Of(order, OrderState.Ordered);

    public static OrderView Of(Order order, OrderState state)
    {
        ArgumentNullException.ThrowIfNull(order);
        var plan = order.Plan;
        return new(
            order.Id, order.Caisse, order.Type, order.Title, state, order.Template, order.Version, order.WishedDate, order.Options, plan.Channels,
            plan.Criterion, SlotView.Of(plan), plan.Key, plan.Pinned?.Hash, order.Remarks, order.OrderedBy, order.OrderedAt, order.IsTest)
        {
            Zones = order.Zones.Count == 0 ? null : order.Zones,
        };
    }

    /// <summary>Where it is found.</summary>
    public string Path => PathOf(Caisse, Id);

    public static string PathOf(string caisse, string id) => $"/api/caisses/{caisse}/campaigns/{id}";
}
