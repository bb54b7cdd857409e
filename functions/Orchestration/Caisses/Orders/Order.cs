using Orchestration.Campaigns;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>
/// A campaign that a caisse ordered from the library or wrote itself: <c>orders/{caisse}/{id}.json</c>, written once. Where it stands is told by its
/// send, like that of any other.
/// </summary>
/// <param name="Id">See <see cref="OrderId"/>.</param>
/// <param name="Caisse">Id of the only caisse that it reaches.</param>
/// <param name="Type">Ready-made or custom.</param>
/// <param name="Title">As people see it.</param>
/// <param name="OrderedBy">Who; cannot confirm a custom campaign.</param>
/// <param name="OrderedAt">Business time.</param>
/// <param name="Template">Id of the model, or of the layout whose zones were filled in.</param>
/// <param name="Version">Of that template.</param>
/// <param name="WishedDate">The date that the caisse asked for.</param>
/// <param name="Options">Ids of the model's options that were chosen.</param>
/// <param name="Plan">What it came to: one send in one caisse.</param>
/// <param name="Remarks">In French, what the caisse was told: why a date was moved, what to look at.</param>
public sealed record Order(
    string Id,
    string Caisse,
    CampaignType Type,
    string Title,
    string OrderedBy,
    DateTimeOffset OrderedAt,
    string Template,
    int Version,
    DateOnly WishedDate,
    IReadOnlyList<string> Options,
    PlannedSend Plan,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Texts of the free zones, by name; empty for a ready-made campaign.</summary>
    public IReadOnlyDictionary<string, string> Zones { get; init; } = new Dictionary<string, string>();

    /// <summary>Nonce of the request that placed it: another request of the same second is another order.</summary>
    public string Request { get; init; } = "";

    public bool IsTest => OrderId.IsTest(Plan.Key);

    /// <summary>The same order under another id.</summary>
    public Order As(string id)
    {
        var parts = Plan.Key.Value.Split('.');
        return this with { Id = id, Plan = Plan with { Key = SendKey.Create(id, parts[1], parts[2], parts[3]) } };
    }
}
