using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Instances;
using Orchestration.LocalRuntime.Durable.Storage.Tables;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>The store as a commit sees it, inside of a transaction on the writer's thread.</summary>
internal sealed class StoreSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly RowCounter _keys;
    private readonly Func<CrashPoint, bool>? _crash;
    private List<Action<IStoreEffects>> _effects = [];

    /// <param name="connection">The session owns it.</param>
    /// <param name="crash">Tells whether to die at a point; for tests.</param>
    public StoreSession(SqliteConnection connection, Func<CrashPoint, bool>? crash = null)
    {
        _connection = connection;
        _crash = crash;
        _begin = new Statement(connection, "BEGIN IMMEDIATE", 0);
        _commit = new Statement(connection, "COMMIT", 0);
        _rollback = new Statement(connection, "ROLLBACK", 0);
        Instances = new InstancesTable(connection);
        History = new HistoryTable(connection);
        Messages = new MessagesTable(connection);
        Activities = new ActivitiesTable(connection);
        Timers = new TimersTable(connection);
        Payloads = new PayloadsTable(connection);
        Meta = new MetaTable(connection);
        _keys = new RowCounter(connection, "SELECT max(key) FROM instances");
    }

    public InstancesTable Instances { get; }

    public HistoryTable History { get; }

    public MessagesTable Messages { get; }

    public ActivitiesTable Activities { get; }

    public TimersTable Timers { get; }

    public PayloadsTable Payloads { get; }

    public MetaTable Meta { get; }

    /// <summary>True once the session has died: it commits nothing more.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Makes changes that happen together or not at all.</summary>
    public void InTransaction(Action change)
    {
        _begin.Execute();
        try
        {
            change();
            DieAt(CrashPoint.BeforeCommit);
            _commit.Execute();
        }
        catch
        {
            RollBack();
            throw;
        }

        DieAt(CrashPoint.AfterCommit);
    }

    /// <summary>Keeps something to do for when the transaction is on disk.</summary>
    public void AfterCommit(Action<IStoreEffects> effect) => _effects.Add(effect);

    public IReadOnlyList<Action<IStoreEffects>> TakeEffects()
    {
        var effects = _effects;
        _effects = [];
        return effects;
    }

    /// <summary>Sends something to an instance that exists and is not finished.</summary>
    public void Send(long instance, Arrival arrival)
    {
        var letter = Messages.Insert(instance, arrival);
        Payloads.Own(FilesOf(arrival), instance, PayloadsTable.Unread);
        AfterCommit(effects => effects.Deliver(instance, letter));
    }

    /// <summary>Deletes the rows of what an instance has read.</summary>
    public void Consume(long instance, IReadOnlyList<Letter> letters)
    {
        foreach (var letter in letters)
        {
            switch (letter.Row)
            {
                case LetterRow.Message:
                    Messages.Delete(letter.RowId);
                    break;
                case LetterRow.Activity:
                    Activities.Delete(letter.RowId);
                    break;
                default:
                    Timers.Delete(instance, letter.RowId);
                    break;
            }
        }
    }

    /// <summary>Sends something to the step that awaits an instance; nothing happens when that orchestration has ended meanwhile.</summary>
    public void SendToParent(long parent, Arrival arrival)
    {
        if (Instances.Get(parent) is { IsFinished: false })
        {
            Send(parent, arrival);
        }
    }

    /// <summary>Creates an instance in place of the one that has its id, if there is one.</summary>
    public void Create(NewInstance instance, InstanceRow? replaced)
    {
        if (replaced is not null)
        {
            Delete(replaced);
        }

        var row = new InstanceRow(
            _keys.Next(), instance.InstanceId, instance.Name, instance.Version, OrchestrationRuntimeStatus.Pending,
            replaced?.Generation + 1 ?? 0, instance.Created, instance.Created, instance.Parent);
        Instances.Insert(row, instance.Input);
        Payloads.Own(FilesOf(new Started(instance.Input)), row.Key, row.Generation);
        if (instance.StartAt is { } startAt)
        {
            Timers.Insert(row.Key, TimersTable.StartTask, startAt);
            var letter = new Letter(new Started(instance.Input), LetterRow.Timer, TimersTable.StartTask);
            AfterCommit(effects => effects.TimerCreated(row.Key, letter, startAt));
        }
        else
        {
            AfterCommit(effects => effects.Open(row));
            Send(row.Key, new Started(instance.Input));
        }

        AfterCommit(effects => effects.StatusChanged(instance.InstanceId));
    }

    /// <summary>Deletes an instance with all that belongs to it.</summary>
    public void Delete(InstanceRow row)
    {
        if (!row.IsFinished && row.Parent is { } parent)
        {
            SendToParent(parent.Key, new TaskFailed(parent.Task, new Failure(
                "OrchestrationReplaced", $"The sub-orchestration '{row.InstanceId}' was replaced by a new instance of the same id.")));
        }

        Instances.Delete(row.Key);
        History.DeleteOf(row.Key);
        Timers.DeleteOf(row.Key);
        DeleteFiles(Payloads.TakeOf(row.Key));
        AfterCommit(effects => effects.Close(row.Key));
    }

    public void DeleteFiles(IReadOnlyList<string> files)
    {
        if (files.Count > 0)
        {
            AfterCommit(effects => effects.DeleteFiles(files));
        }
    }

    public void Dispose()
    {
        Instances.Dispose();
        History.Dispose();
        Messages.Dispose();
        Activities.Dispose();
        Timers.Dispose();
        Payloads.Dispose();
        Meta.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _connection.Dispose();
    }

    private void DieAt(CrashPoint point)
    {
        IsDead |= _crash?.Invoke(point) == true;
        ObjectDisposedException.ThrowIf(IsDead, typeof(DurableEngine));
    }

    // SQLite itself rolls back on some errors, a full disk for one.
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Execute();
        }
    }

    private static IEnumerable<string> FilesOf(Arrival arrival) => new Turn(default, [arrival], []).Files;
}
