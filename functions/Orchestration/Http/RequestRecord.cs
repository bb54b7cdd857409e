namespace Orchestration.Http;

/// <summary>One request that carried an idempotency key: <c>requests/{hash}.json</c>.</summary>
/// <param name="Fingerprint">Of body and query.</param>
/// <param name="Request">What every attempt shares.</param>
/// <param name="FirstAt">System time; forgotten a day later.</param>
/// <param name="Worker">Who runs it; null once its attempt failed, so that anybody may.</param>
/// <param name="ClaimedAt">System time since which that worker has it.</param>
/// <param name="Answer">Null until it is finished.</param>
public sealed record RequestRecord(
    string Fingerprint, IdempotentRequest Request, DateTimeOffset FirstAt, string? Worker, DateTimeOffset ClaimedAt, StoredAnswer? Answer = null);
