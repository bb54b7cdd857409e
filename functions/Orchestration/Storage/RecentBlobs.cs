using System.Diagnostics.CodeAnalysis;

namespace Orchestration.Storage;

/// <summary>
/// What this process wrote or read a moment ago and what never changes: it need not be read back. The store has it too; whoever finds nothing here
/// reads there.
/// </summary>
/// <param name="capacity">In bytes; beyond it, what came first goes first.</param>
public sealed class RecentBlobs(long capacity = RecentBlobs.Capacity)
{
    private const long Capacity = 64_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (object Value, long Bytes)> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private long _bytes;

    /// <param name="name">With everything that tells this value from any other.</param>
    /// <param name="value">That does not change.</param>
    /// <param name="bytes">About how many it takes. What would take a tenth of the room is not kept.</param>
    public void Keep(string name, object value, long bytes)
    {
        if (bytes > capacity / 10)
            return;
        lock (_gate)
        {
            if (_kept.TryGetValue(name, out var old))
                _bytes -= old.Bytes;
            else
                _order.Enqueue(name);
            _kept[name] = (value, bytes);
            _bytes += bytes;
            while (_bytes > capacity && _order.TryDequeue(out var first) && _kept.Remove(first, out var gone))
                _bytes -= gone.Bytes;
        }
    }

    /// <summary>As in a new process.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _kept.Clear();
            _order.Clear();
            _bytes = 0;
        }
    }

    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? value)
        where T : class
    {
        lock (_gate)
        {
            value = _kept.TryGetValue(name, out var kept) ? (T)kept.Value : null;
            return value is not null;
        }
    }
}
