namespace Orchestration.Planning;

/// <summary>A send that waits for its trigger.</summary>
/// <param name="Campaign">Id of its campaign.</param>
/// <param name="Send">Its id.</param>
/// <param name="Trigger">What an operator raises.</param>
/// <param name="From">Not before this date; null for no bound.</param>
public sealed record AwaitedSend(string Campaign, string Send, string Trigger, DateOnly? From);
