using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage.Tables;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Reads what is committed, on connections of its own, beside the writer.</summary>
internal sealed class StoreReader(StorePaths paths) : IDisposable
{
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private volatile bool _isClosed;

    public InstanceRow? Get(long key) => One("key", key);

    public InstanceRow? Find(string instanceId) => One("id", instanceId);

    public bool HasHistory(long key) => Read("SELECT 1 FROM history WHERE instance = $1 LIMIT 1", [key], _ => true).Count > 0;

    public IReadOnlyList<Turn> History(long key) => Read(
        "SELECT turn FROM history WHERE instance = $1 ORDER BY seq", [key], reader => StoredText.ToTurn(reader.Bytes(0)));

    /// <summary>Runs a query; its parameters are named $1, $2 and so on.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public IReadOnlyList<T> Read<T>(string sql, ReadOnlySpan<object?> parameters, Func<SqliteDataReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(DurableEngine));
        var connection = _idle.TryTake(out var idle) ? idle : new ReadConnection(StoreFile.OpenForReading(paths));
        try
        {
            return connection.Read(sql, parameters, read);
        }
        finally
        {
            _idle.Add(connection);
            CloseWhenDone();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        CloseWhenDone();
    }

    // A reader that ends after the store was closed closes its connection itself.
    private void CloseWhenDone()
    {
        while (_isClosed && _idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private InstanceRow? One(string column, object value) =>
        Read($"SELECT {InstancesTable.Columns} FROM instances WHERE {column} = $1", [value], InstancesTable.Read) is [var row] ? row : null;
}
