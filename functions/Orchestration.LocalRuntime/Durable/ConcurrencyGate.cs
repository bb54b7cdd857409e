namespace Orchestration.LocalRuntime.Durable;

/// <summary>Admits so many at a time. Whoever leaves looks again for work: the last refusal may have come just before.</summary>
internal sealed class ConcurrencyGate(int limit)
{
    private int _inside;

    public bool TryEnter()
    {
        for (var inside = Volatile.Read(ref _inside); inside < limit;)
        {
            var before = Interlocked.CompareExchange(ref _inside, inside + 1, inside);
            if (before == inside)
            {
                return true;
            }

            inside = before;
        }

        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _inside);
}
