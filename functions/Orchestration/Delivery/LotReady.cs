using Orchestration.Messages;

namespace Orchestration.Delivery;

/// <summary>Announces a lot on the delivery queue: only references, no personal data.</summary>
/// <param name="LotId">Which lot.</param>
/// <param name="Channel">Which adapter.</param>
/// <param name="Priority">Of the campaign; higher first where the queue can order.</param>
/// <param name="Count">Messages in the blob.</param>
/// <param name="Blob">Path in the container of the lots.</param>
/// <param name="Sha256">Of the uncompressed content, lower-case hex.</param>
/// <param name="NotBefore">A guard: waiting is done by durable timers before the announcement.</param>
/// <param name="ExpiresAt">After this nothing is handed over.</param>
/// <param name="AnnouncedAt">System time, to measure how long it waits; on the queue only.</param>
public sealed record LotReady(
    LotId LotId,
    Channel Channel,
    int Priority,
    int Count,
    string Blob,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnnouncedAt = null);
