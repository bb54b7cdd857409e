namespace Orchestration.Http;

/// <summary>What makes a request repeatable: settled at its first attempt, the same in every other.</summary>
/// <param name="Nonce">16 random hex digits: ids derive from it.</param>
/// <param name="At">Business time of the first attempt.</param>
public sealed record IdempotentRequest(string Nonce, DateTimeOffset At);
