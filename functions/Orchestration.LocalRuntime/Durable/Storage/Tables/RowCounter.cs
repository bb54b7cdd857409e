using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>Numbers the rows of one table; the store has one writer.</summary>
internal sealed class RowCounter
{
    private long _last;

    public RowCounter(SqliteConnection connection, string max)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this namespace.
        command.CommandText = max;
#pragma warning restore CA2100
        _last = command.ExecuteScalar() as long? ?? 0;
    }

    public long Next() => ++_last;
}
