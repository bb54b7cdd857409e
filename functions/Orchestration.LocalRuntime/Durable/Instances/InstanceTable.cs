using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Durable.Storage.Commits;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>The instances in memory. What is posted to one leads to turns; each turn is committed before the next one begins.</summary>
internal sealed class InstanceTable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, InstanceSlot> _slots = new();
    private readonly TurnRunner _runner;
    private readonly PayloadSerializer _payloads;
    private readonly WorkGauge _turns;
    private readonly TimeProvider _systemTime;
    private readonly bool _evictsAfterEachStep;
    private readonly ILogger _logger;
    private readonly TurnDispatcher _dispatcher;
    private readonly IdleInstances _idle;
    private StoreWriter? _writer;

    public InstanceTable(
        TurnRunner runner, PayloadSerializer payloads, WorkGauge turns, DurableEngineOptions options, ILogger logger)
    {
        _runner = runner;
        _payloads = payloads;
        _turns = turns;
        _systemTime = options.SystemTime;
        _evictsAfterEachStep = options.EvictAfterEachStep;
        _logger = logger;
        _dispatcher = new TurnDispatcher(options.MaxConcurrentOrchestrators, TakeTurn);
        _idle = new IdleInstances(options.EvictAfterEachStep ? 0 : options.MaxLiveInstances, LetGo);
    }

    public void Attach(StoreWriter writer) => _writer = writer;

    /// <summary>Begins to take turns.</summary>
    public void Start() => _dispatcher.Start();

    /// <summary>Begins no more turns.</summary>
    public void Stop() => _dispatcher.Stop();

    /// <summary>Spares a new instance the first look into the store.</summary>
    public void Open(InstanceRow row)
    {
        if (!_evictsAfterEachStep)
        {
            _slots.TryAdd(row.Key, new InstanceSlot(row.Key) { Row = row });
        }
    }

    public void Post(long instance, Letter letter) => Add(instance, slot => slot.Post(letter));

    /// <summary>Nothing reaches the instance any more; what waits for it is discarded.</summary>
    public void Close(long instance)
    {
        if (_slots.TryRemove(instance, out var slot))
        {
            Discard(slot);
        }
    }

    private void Add(long instance, Func<InstanceSlot, (bool Taken, bool NeedsTurn)> add)
    {
        while (true)
        {
            var slot = _slots.GetOrAdd(instance, key => new InstanceSlot(key));
            var (taken, needsTurn) = add(slot);
            if (needsTurn)
            {
                _turns.Begin();
                _dispatcher.Enqueue(slot);
            }

            if (taken)
            {
                return;
            }

            _slots.TryRemove(KeyValuePair.Create(instance, slot));
        }
    }

    private void TakeTurn(InstanceSlot slot)
    {
        IReadOnlyList<Letter> letters = [];
        try
        {
            if (!_runner.Load(slot))
            {
                _slots.TryRemove(KeyValuePair.Create(slot.Key, slot));
                Discard(slot);
                EndTurn(slot);
                return;
            }

            (letters, var violation) = slot.Take();
            if (letters.Count == 0 && violation?.Generation != slot.Row!.Generation)
            {
                EndTurn(slot);
                return;
            }

            _writer!.Enqueue(TakeTurn(slot, slot.Row!, letters, violation));
        }
        catch (Exception exception)
        {
            Postpone(slot, letters, exception);
        }
    }

    private TurnCommit TakeTurn(InstanceSlot slot, InstanceRow row, IReadOnlyList<Letter> letters, Violation? violation)
    {
        var outcome = _runner.Run(
            slot,
            [.. letters.Select(letter => letter.Arrival)],
            violation,
            error => Add(row.Key, found => found.Report(new Violation(row.Generation, error))));
        return new TurnCommit(
            row, letters, outcome, _payloads,
            commit => OnCommitted(slot, commit),
            (commit, exception) => Postpone(slot, commit.Letters, exception));
    }

    private void OnCommitted(InstanceSlot slot, TurnCommit commit)
    {
        var continues = commit.RowAfter is { } after && after.Generation == slot.Row!.Generation;
        slot.IsStarted = continues;
        slot.Row = commit.RowAfter;
        if (!continues || _evictsAfterEachStep)
        {
            slot.Live = null;
        }

        if (_evictsAfterEachStep)
        {
            slot.Row = null;
        }

        EndTurn(slot);
    }

    /// <summary>The orchestrator may be further than the store: it is rebuilt, and takes its turn again later.</summary>
    private void Postpone(InstanceSlot slot, IReadOnlyList<Letter> letters, Exception exception)
    {
        slot.Live = null;
        slot.PutBack(letters);
        if (_dispatcher.IsStopped)
        {
            _turns.End();
            return;
        }

        _logger.LogError(exception, "A turn of instance {Key} could not be taken or stored; it is tried again.", slot.Key);
        _ = Task.Delay(RetryDelay, _systemTime).ContinueWith(_ => _dispatcher.Enqueue(slot), TaskScheduler.Default);
    }

    private void EndTurn(InstanceSlot slot)
    {
        if (slot.EndTurn())
        {
            _dispatcher.Enqueue(slot);
            return;
        }

        if (slot.Row is not null || _evictsAfterEachStep)
        {
            _idle.Add(slot);
        }

        _turns.End();
    }

    private void LetGo(InstanceSlot slot)
    {
        if (slot.TryRetire())
        {
            _slots.TryRemove(KeyValuePair.Create(slot.Key, slot));
        }
    }

    private void Discard(InstanceSlot slot)
    {
        _idle.Remove(slot);
        if (slot.Close() is { Count: > 0 } letters)
        {
            _writer!.Enqueue(new DiscardCommit(slot.Key, letters));
        }
    }
}
