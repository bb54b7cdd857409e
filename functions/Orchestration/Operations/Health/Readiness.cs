namespace Orchestration.Operations.Health;

/// <summary>What <c>/api/health/live</c> answers: up, or nothing answers.</summary>
public sealed record Liveness(HealthState State);

/// <summary>What <c>/api/health/ready</c> answers.</summary>
/// <param name="State">The worst of the checks.</param>
/// <param name="At">When they were made, system time.</param>
/// <param name="Checks">One by one.</param>
public sealed record Readiness(HealthState State, DateTimeOffset At, IReadOnlyList<HealthCheck> Checks)
{
    public static Readiness Of(DateTimeOffset at, IReadOnlyList<HealthCheck> checks) => new(checks.Max(check => check.State), at, checks);
}

/// <summary>One thing that the app needs.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Detail">In French, for people; without hosts, addresses or secrets.</param>
public sealed record HealthCheck(string Name, HealthState State, string Detail);

/// <summary>In the order of gravity.</summary>
public enum HealthState
{
    Up,

    /// <summary>The app answers, and somebody should look.</summary>
    Degraded,

    /// <summary>The app cannot work.</summary>
    Down,
}
