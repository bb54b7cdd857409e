namespace Orchestration.LocalRuntime.Time;

/// <summary>The durable timers, as the skipper of time sees them.</summary>
internal interface IDurableTimers
{
    /// <summary>The moment of the next durable timer; null when there is none.</summary>
    Task<DateTimeOffset?> NextTimerAsync();

    /// <summary>Stores a new business time, moves the clock to it and delivers the timers that are due then, as one step.</summary>
    /// <param name="to">The moment to jump to.</param>
    /// <param name="isQuiet">The last look at all sources of work.</param>
    /// <returns>False when something began meanwhile and the clock stayed.</returns>
    Task<bool> TryJumpAsync(DateTimeOffset to, Func<bool> isQuiet);
}
