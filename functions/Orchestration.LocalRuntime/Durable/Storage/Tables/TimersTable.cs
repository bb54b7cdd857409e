using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>The timers that no turn has read yet, whether they are due or not.</summary>
internal sealed class TimersTable(SqliteConnection connection) : IDisposable
{
    /// <summary>The number of the timer that starts an instance which was scheduled for later.</summary>
    public const int StartTask = -1;

    private readonly Statement _insert = new(connection, "INSERT INTO timers (instance, task, fire_at) VALUES ($1, $2, $3)", 3);
    private readonly Statement _delete = new(connection, "DELETE FROM timers WHERE instance = $1 AND task = $2", 2);
    private readonly Statement _deleteOf = new(connection, "DELETE FROM timers WHERE instance = $1", 1);
    private readonly Statement _due = new(
        connection, "SELECT instance, task FROM timers WHERE fire_at > $1 AND fire_at <= $2 ORDER BY fire_at, instance, task", 2);

    private readonly Statement _next = new(connection, "SELECT min(fire_at) FROM timers WHERE fire_at > $1", 1);

    public void Insert(long instance, int task, DateTimeOffset fireAt) => _insert.Execute(instance, task, fireAt.UtcTicks);

    public void Delete(long instance, long task) => _delete.Execute(instance, task);

    public void DeleteOf(long instance) => _deleteOf.Execute(instance);

    /// <summary>The timers after one moment and up to another, in their order.</summary>
    public IReadOnlyList<(long Instance, int Task)> Due(long after, long until)
    {
        var due = new List<(long, int)>();
        using var reader = _due.Query(after, until);
        while (reader.Read())
        {
            due.Add((reader.GetInt64(0), reader.GetInt32(1)));
        }

        return due;
    }

    public DateTimeOffset? Next(long after)
    {
        using var reader = _next.Query(after);
        return reader.Read() && !reader.IsDBNull(0) ? StoredText.ToMoment(reader.GetInt64(0)) : null;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _deleteOf.Dispose();
        _due.Dispose();
        _next.Dispose();
    }
}
