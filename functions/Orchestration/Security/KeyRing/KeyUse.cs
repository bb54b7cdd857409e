using System.Collections.Concurrent;
using System.Text.Json;
using Orchestration.Storage;

namespace Orchestration.Security.KeyRing;

/// <summary>On which day a key was last used, <c>used/{id}.json</c>: one write a day, key and process.</summary>
internal sealed class KeyUse(Containers containers)
{
    private readonly ConcurrentDictionary<string, DateOnly> _noted = new(StringComparer.Ordinal);

    public async Task NoteAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (_noted.TryGetValue(id, out var noted) && noted == day)
            return;
        var document = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new LastUse(day), Json.Options));
        await containers.Keys.WriteAsync(Path(id), document, "application/json", cancellation);
        _noted[id] = day;
    }

    /// <returns>The day, in UTC; null when it was never used.</returns>
    public async Task<DateOnly?> LastAsync(string id, CancellationToken cancellation) =>
        (await containers.Keys.TryReadAsync<LastUse>(Path(id), cancellation))?.Value.Day;

    private static string Path(string id) => $"used/{id}.json";

    private sealed record LastUse(DateOnly Day);
}
