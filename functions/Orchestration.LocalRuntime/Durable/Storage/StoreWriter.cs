namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>
/// The one thread that changes the store. It puts all commits that wait into one transaction, so that the cost of a commit falls
/// as the load grows.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MaxGroup = 4096;

    private readonly object _gate = new();
    private readonly StoreSession _session;
    private readonly IStoreEffects _effects;
    private readonly WorkGauge _work;
    private readonly Thread _thread;
    private List<Item> _waiting = [];
    private bool _isClosed;
    private volatile bool _isKilled;

    /// <param name="session">The store; the writer alone uses it from now on, and disposes of it.</param>
    /// <param name="effects">Gets what follows from commits.</param>
    /// <param name="work">Counts commits under way.</param>
    public StoreWriter(StoreSession session, IStoreEffects effects, WorkGauge work)
    {
        _session = session;
        _effects = effects;
        _work = work;
        _thread = new Thread(Loop) { IsBackground = true, Name = "Durable store" };
        _thread.Start();
    }

    /// <summary>Adds a commit to the next group.</summary>
    public void Enqueue(Commit commit)
    {
        _work.Begin();
        if (!TryEnqueue(new Item(commit, null)))
        {
            commit.Failed(Closed());
            _work.End();
        }
    }

    /// <summary>Runs something on the writer's thread, after the commits before it and outside of a transaction.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public Task<T> RunAsync<T>(Func<StoreSession, T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepted = TryEnqueue(new Item(null, session =>
        {
            try
            {
                var result = session is null ? throw Closed() : action(session);
                RunEffects();
                done.SetResult(result);
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        }));
        return accepted ? done.Task : Task.FromException<T>(Closed());
    }

    /// <summary>Stops at once; what was not committed never happens.</summary>
    public void Kill()
    {
        _isKilled = true;
        Dispose();
    }

    /// <summary>Commits what waits, then closes the store.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private bool IsDead => _isKilled || _session.IsDead;

    private static ObjectDisposedException Closed() => new(nameof(DurableEngine), "The durable engine is stopped.");

    private bool TryEnqueue(Item item)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _waiting.Add(item);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    private void Loop()
    {
        while (Take() is { } items)
        {
            for (var i = 0; i < items.Count;)
            {
                i += IsDead ? Refuse(items[i]) : items[i].Alone is { } alone ? RunAlone(alone) : RunGroup(items, i);
            }
        }

        _session.Dispose();
    }

    private List<Item>? Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosed)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            var items = _waiting;
            _waiting = [];
            return items;
        }
    }

    private int RunAlone(Action<StoreSession?> alone)
    {
        alone(_session);
        return 1;
    }

    private int Refuse(Item item)
    {
        item.Alone?.Invoke(null);
        if (item.Commit is { } commit)
        {
            commit.Failed(Closed());
            _work.End();
        }

        return 1;
    }

    private int RunGroup(List<Item> items, int begin)
    {
        var commits = items.Skip(begin).Take(MaxGroup).TakeWhile(item => item.Commit is not null).Select(item => item.Commit!).ToList();
        CommitAll(commits);
        foreach (var _ in commits)
        {
            _work.End();
        }

        return commits.Count;
    }

    private void CommitAll(List<Commit> commits)
    {
        if (TryCommit(commits) is not { } exception)
        {
            return;
        }

        if (commits.Count == 1 || IsDead)
        {
            commits.ForEach(commit => commit.Failed(exception));
        }
        else
        {
            // One of them spoils the group: the others must not suffer.
            commits.ForEach(commit => CommitAll([commit]));
        }
    }

    /// <returns>Why nothing was committed; null when all was.</returns>
    private Exception? TryCommit(List<Commit> commits)
    {
        try
        {
            _session.InTransaction(() =>
            {
                foreach (var commit in commits)
                {
                    commit.Apply(_session);
                }
            });
        }
        catch (Exception exception)
        {
            _session.TakeEffects();
            return exception;
        }

        RunEffects();
        commits.ForEach(commit => commit.Succeeded());
        return null;
    }

    private void RunEffects()
    {
        foreach (var effect in _session.TakeEffects())
        {
            effect(_effects);
        }
    }

    private readonly record struct Item(Commit? Commit, Action<StoreSession?>? Alone);
}
