using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>A connection for reading, with the statements that it has prepared. One reader at a time.</summary>
internal sealed class ReadConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public List<T> Read<T>(string sql, ReadOnlySpan<object?> parameters, Func<SqliteDataReader, T> read)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new Statement(connection, sql, parameters.Length);
        }

        using var reader = statement.Query(parameters);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
