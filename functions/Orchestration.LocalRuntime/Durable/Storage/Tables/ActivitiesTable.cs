using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.Activities;
using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>The activities that were called and whose end no turn has read.</summary>
internal sealed class ActivitiesTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(
        connection, "INSERT INTO activities (seq, instance, task, name, input) VALUES ($1, $2, $3, $4, $5)", 5);

    private readonly Statement _delete = new(connection, "DELETE FROM activities WHERE seq = $1", 1);
    private readonly Statement _all = new(
        connection,
        "SELECT a.seq, a.instance, i.id, a.task, a.name, a.input FROM activities a JOIN instances i ON i.key = a.instance ORDER BY a.seq",
        0);

    private readonly Statement _deleteOrphans = new(connection, $"DELETE FROM activities WHERE {InstancesTable.IsOrphan}", 0);

    private readonly RowCounter _seq = new(connection, "SELECT max(seq) FROM activities");

    public ActivityWork Insert(long instance, string instanceId, ActivityScheduled activity)
    {
        var work = new ActivityWork(_seq.Next(), instance, instanceId, activity.Task, activity.Name, activity.Input);
        _insert.Execute(work.Row, instance, work.Task, work.Name, StoredText.Of(work.Input));
        return work;
    }

    public void Delete(long seq) => _delete.Execute(seq);

    public IReadOnlyList<ActivityWork> All()
    {
        var all = new List<ActivityWork>();
        using var reader = _all.Query();
        while (reader.Read())
        {
            all.Add(new ActivityWork(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4),
                StoredText.ToPayload(reader.Text(5))));
        }

        return all;
    }

    public void DeleteOrphans() => _deleteOrphans.Execute();

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _all.Dispose();
        _deleteOrphans.Dispose();
    }
}
