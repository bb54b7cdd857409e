using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>What the store knows of itself.</summary>
internal sealed class MetaTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _get = new(connection, "SELECT value FROM meta WHERE key = $1", 1);
    private readonly Statement _set = new(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES ($1, $2)", 2);

    public string? Get(string key)
    {
        using var reader = _get.Query(key);
        return reader.Read() ? reader.GetString(0) : null;
    }

    public void Set(string key, string value) => _set.Execute(key, value);

    public void Dispose()
    {
        _get.Dispose();
        _set.Dispose();
    }
}
