using System.Collections.Concurrent;

namespace Orchestration.Storage;

/// <summary>A <see cref="CachedBlob{T}"/> for each key that is asked for; forgets them all when there are too many.</summary>
/// <param name="create">Makes the one of a key.</param>
public sealed class CachedBlobs<TKey, T>(Func<TKey, CachedBlob<T>> create)
    where TKey : notnull
    where T : class
{
    private const int Most = 500;
    private readonly ConcurrentDictionary<TKey, CachedBlob<T>> _blobs = new();

    public CachedBlob<T> this[TKey key]
    {
        get
        {
            if (_blobs.Count > Most)
                _blobs.Clear();
            return _blobs.GetOrAdd(key, create);
        }
    }
}
