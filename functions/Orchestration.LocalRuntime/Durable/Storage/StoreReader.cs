using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage.Tables;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Reads what is committed, on connections of its own, beside the writer.</summary>
internal sealed class StoreReader(StorePaths paths)
{
    private volatile bool _isClosed;

    public InstanceRow? Get(long key) => One("key", key);

    public InstanceRow? Find(string instanceId) => One("id", instanceId);

    public bool HasHistory(long key) => Read("SELECT 1 FROM history WHERE instance = $1 LIMIT 1", [key], _ => true).Count > 0;

    public IReadOnlyList<Turn> History(long key) => Read(
        "SELECT turn FROM history WHERE instance = $1 ORDER BY seq", [key], reader => StoredText.ToTurn(reader.Bytes(0)));

    /// <summary>Runs a query; its parameters are named $1, $2 and so on.</summary>
    public IReadOnlyList<T> Read<T>(string sql, IReadOnlyList<object?> parameters, Func<SqliteDataReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(DurableEngine));
        using var connection = StoreFile.OpenForReading(paths);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this namespace.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Count; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", parameters[i] ?? DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Closes the pooled connections, and opens no more.</summary>
    public void Close()
    {
        _isClosed = true;
        StoreFile.ClosePool(paths);
    }

    private InstanceRow? One(string column, object value) =>
        Read($"SELECT {InstancesTable.Columns} FROM instances WHERE {column} = $1", [value], InstancesTable.Read) is [var row] ? row : null;
}
