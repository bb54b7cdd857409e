using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>What a caisse asks for, ready-made or custom, before a day is found for it.</summary>
/// <param name="Id">See <see cref="OrderId"/>.</param>
/// <param name="Caisse">Id of the only caisse that it reaches.</param>
/// <param name="Type">Ready-made or custom.</param>
/// <param name="Title">As people will see it.</param>
/// <param name="Purpose">Decides STOP, hours and opt-out.</param>
/// <param name="Theme">What it must not meet a national campaign on.</param>
/// <param name="Population">The public.</param>
/// <param name="Criterion">Whom of the caisse's people.</param>
/// <param name="Channels">In order of preference.</param>
/// <param name="Template">Id of the model or layout.</param>
/// <param name="Date">The date that the caisse wishes.</param>
/// <param name="Window">Narrower hours than the channels', local; null for none.</param>
/// <param name="Priority">0 to 100.</param>
/// <param name="IfBusy">What to do when that date is too near a national campaign.</param>
public sealed record OrderWish(
    string Id,
    string Caisse,
    CampaignType Type,
    string Title,
    Purpose Purpose,
    string Theme,
    Population Population,
    string Criterion,
    IReadOnlyList<Channel> Channels,
    string Template,
    DateOnly Date,
    TimeWindow? Window,
    int Priority,
    IfBusy IfBusy)
{
    /// <summary>Last day on which it may go out; null for no bound.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The content that it goes out with.</summary>
    public PinnedContent? Pinned { get; init; }
}

/// <summary>What becomes of an order whose date is too near a national campaign on its theme.</summary>
public enum IfBusy
{
    /// <summary>It is refused, with the next possible date.</summary>
    Refuse,

    /// <summary>It goes out on the next possible date.</summary>
    Defer,
}
