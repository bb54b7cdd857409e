using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>The instances, one row each, and their inputs.</summary>
internal sealed class InstancesTable(SqliteConnection connection) : IDisposable
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns =
        "key, id, name, version, status, generation, created, updated, parent, parent_id, parent_name, parent_task";

    /// <summary>Pending, running, suspended.</summary>
    public const string Unfinished = "status IN (0, 6, 7)";

    /// <summary>Tells of a row of another table that its instance is finished or gone, by one look-up and not by reading all instances.</summary>
    public const string IsOrphan = $"NOT EXISTS (SELECT 1 FROM instances WHERE key = instance AND {Unfinished})";

    private readonly Statement _find = new(connection, $"SELECT {Columns} FROM instances WHERE id = $1", 1);
    private readonly Statement _get = new(connection, $"SELECT {Columns} FROM instances WHERE key = $1", 1);
    private readonly Statement _insert = new(
        connection, $"INSERT INTO instances ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", 12);

    private readonly Statement _update = new(connection, "UPDATE instances SET status = $2, updated = $3 WHERE key = $1", 3);
    private readonly Statement _setCustomStatus = new(connection, "UPDATE instances SET custom_status = $2 WHERE key = $1", 2);
    private readonly Statement _finish = new(
        connection, "UPDATE instances SET status = $2, updated = $3, completed = $3, output = $4, failure = $5 WHERE key = $1", 5);

    private readonly Statement _continue = new(
        connection, "UPDATE instances SET status = 0, updated = $2, generation = $3, version = $4 WHERE key = $1", 4);

    private readonly Statement _delete = new(connection, "DELETE FROM instances WHERE key = $1", 1);
    private readonly Statement _children = new(connection, "SELECT key FROM instances WHERE parent = $1", 1);
    private readonly Statement _setInput = new(connection, "INSERT OR REPLACE INTO inputs (instance, input) VALUES ($1, $2)", 2);
    private readonly Statement _getInput = new(connection, "SELECT input FROM inputs WHERE instance = $1", 1);
    private readonly Statement _deleteInput = new(connection, "DELETE FROM inputs WHERE instance = $1", 1);

    public static InstanceRow Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        (OrchestrationRuntimeStatus)reader.GetInt32(4),
        reader.GetInt32(5),
        StoredText.ToMoment(reader.GetInt64(6)),
        StoredText.ToMoment(reader.GetInt64(7)),
        reader.IsDBNull(8) ? null : new ParentLink(reader.GetInt64(8), reader.GetString(9), reader.GetString(10), reader.GetInt32(11)));

    public InstanceRow? Find(string id) => One(_find, id);

    public InstanceRow? Get(long key) => One(_get, key);

    public void Insert(InstanceRow row, Payload input)
    {
        _insert.Execute(
            row.Key, row.InstanceId, row.Name, row.Version, (int)row.Status, row.Generation, row.Created.UtcTicks, row.Updated.UtcTicks,
            row.Parent?.Key, row.Parent?.InstanceId, row.Parent?.Name, row.Parent?.Task);
        SetInput(row.Key, input);
    }

    /// <returns>False when there is no such instance any more.</returns>
    public bool Update(long key, OrchestrationRuntimeStatus status, DateTimeOffset at) =>
        _update.Execute(key, (int)status, at.UtcTicks) > 0;

    public void SetCustomStatus(long key, string? json) => _setCustomStatus.Execute(key, json);

    public void Finish(long key, OrchestrationRuntimeStatus status, DateTimeOffset at, Payload output, Failure? failure) =>
        _finish.Execute(key, (int)status, at.UtcTicks, StoredText.Of(output), failure is null ? null : StoredText.Of(failure));

    public void Continue(long key, DateTimeOffset at, int generation, string version, Payload input)
    {
        _continue.Execute(key, at.UtcTicks, generation, version);
        _deleteInput.Execute(key);
        SetInput(key, input);
    }

    public void Delete(long key)
    {
        _delete.Execute(key);
        _deleteInput.Execute(key);
    }

    public IReadOnlyList<long> Children(long key)
    {
        var children = new List<long>();
        using var reader = _children.Query(key);
        while (reader.Read())
        {
            children.Add(reader.GetInt64(0));
        }

        return children;
    }

    public Payload Input(long key)
    {
        using var reader = _getInput.Query(key);
        return reader.Read() ? StoredText.ToPayload(reader.GetString(0)) : default;
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])
            [_find, _get, _insert, _update, _setCustomStatus, _finish, _continue, _delete, _children, _setInput, _getInput, _deleteInput])
        {
            statement.Dispose();
        }
    }

    private static InstanceRow? One(Statement statement, object parameter)
    {
        using var reader = statement.Query(parameter);
        return reader.Read() ? Read(reader) : null;
    }

    private void SetInput(long key, Payload input)
    {
        if (!input.IsNone)
        {
            _setInput.Execute(key, StoredText.Of(input));
        }
    }
}
