using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>What a wish comes to.</summary>
/// <param name="Plan">One send in one caisse; null when no day can be told. With a collision that was not deferred: as it would be without it.</param>
/// <param name="Remarks">In French, what the caisse should know: why the date was moved.</param>
/// <param name="Faults">Every reason why it cannot be.</param>
/// <param name="Collision">The national campaign in its way; null when there is none.</param>
public sealed record OrderPlanning(
    PlannedSend? Plan, IReadOnlyList<string> Remarks, IReadOnlyList<OrderFault> Faults, OrderCollision? Collision)
{
    /// <summary>The plan of an order that may be placed; null when it may not.</summary>
    public PlannedSend? Accepted => Faults.Count == 0 && Collision is not { IsDeferred: false } ? Plan : null;
}

/// <summary>Something wrong with a wish.</summary>
/// <param name="Field">Of the request: <c>date</c> or <c>window</c>.</param>
/// <param name="Detail">In French.</param>
/// <param name="Mend">In French, what to ask for instead.</param>
public sealed record OrderFault(string Field, string Detail, string Mend);

/// <summary>A national campaign on the same theme, too near.</summary>
/// <param name="Campaign">Its title.</param>
/// <param name="Start">Of its wave.</param>
/// <param name="End">Of its wave, included.</param>
/// <param name="Reason">In French.</param>
/// <param name="NextPossibleDate">A day on which the order could go out; null when there is none before it closes.</param>
/// <param name="IsDeferred">True when the order goes out on that date.</param>
public sealed record OrderCollision(string Campaign, DateOnly Start, DateOnly End, string Reason, DateOnly? NextPossibleDate, bool IsDeferred);
