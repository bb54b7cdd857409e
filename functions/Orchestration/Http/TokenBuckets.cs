using System.Collections.Concurrent;

namespace Orchestration.Http;

/// <summary>
/// One token bucket for each name: full at first, it refills evenly. System.Threading.RateLimiting has buckets too, which take no clock.
/// </summary>
/// <param name="perMinute">Tokens that a bucket holds, and gets back in a minute.</param>
/// <param name="time">Measures the refill.</param>
internal sealed class TokenBuckets(int perMinute, TimeProvider time)
{
    /// <summary>Beyond it, buckets that are full again are forgotten: they are like new.</summary>
    private const int Many = 10_000;

    private static readonly TimeSpan Refill = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public int Count => _buckets.Count;

    /// <returns>Null when there was a token; else the time until there is one.</returns>
    public TimeSpan? Take(string name)
    {
        if (_buckets.Count > Many)
            ForgetFull();
        var now = time.GetTimestamp();
        TimeSpan? wait = null;
        _buckets.AddOrUpdate(
            name,
            _ => new Bucket(perMinute - 1, now),
            (_, bucket) =>
            {
                var tokens = TokensAt(bucket, now);
                wait = tokens >= 1 ? null : (1 - tokens) / perMinute * Refill;
                return wait is null ? new Bucket(tokens - 1, now) : bucket;
            });
        return wait;
    }

    private double TokensAt(Bucket bucket, long now) => Math.Min(perMinute, bucket.Tokens + (time.GetElapsedTime(bucket.At, now) / Refill * perMinute));

    private void ForgetFull()
    {
        var now = time.GetTimestamp();
        foreach (var bucket in _buckets.Where(bucket => TokensAt(bucket.Value, now) >= perMinute))
            _buckets.TryRemove(bucket);
    }

    private sealed record Bucket(double Tokens, long At);
}
