namespace Orchestration.Local.Demo.Orders;

/// <summary>One thing that a caisse asks for over HTTP.</summary>
/// <param name="Name">Its idempotency key: an interrupted demo asks again, and must be answered the same.</param>
/// <param name="At">When, business time.</param>
/// <param name="Caisse">Id of the caisse.</param>
/// <param name="Path">Below <c>api/caisses/{caisse}/</c>.</param>
/// <param name="Body">What it asks for.</param>
/// <param name="After">What it does next; null for nothing.</param>
internal sealed record DemoOrder(string Name, DateTimeOffset At, string Caisse, string Path, object Body, DemoFollowUp? After = null);

/// <summary>What a caisse does with what it has ordered.</summary>
internal enum DemoFollowUp
{
    /// <summary>A second person confirms a campaign that the first one wrote.</summary>
    Confirm,

    /// <summary>Changes its mind.</summary>
    Cancel,
}
