using Orchestration.Messages;

namespace Orchestration.Caisses.Tests;

/// <summary>What became of one test message.</summary>
/// <param name="Address">Where it was to go.</param>
/// <param name="Channel">How.</param>
/// <param name="Sent">Whether it was handed over.</param>
/// <param name="Detail">In French.</param>
/// <param name="MessageId">Of the message; null when there is none.</param>
public sealed record TestOutcome(string Address, Channel Channel, bool Sent, string Detail, Guid? MessageId);
