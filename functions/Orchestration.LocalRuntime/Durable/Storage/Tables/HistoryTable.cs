using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>The turns of all instances, appended as they happen.</summary>
internal sealed class HistoryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _append = new(connection, "INSERT INTO history (seq, instance, turn) VALUES ($1, $2, $3)", 3);
    private readonly Statement _delete = new(connection, "DELETE FROM history WHERE instance = $1", 1);
    private readonly RowCounter _seq = new(connection, "SELECT max(seq) FROM history");

    public void Append(long instance, Turn turn) => _append.Execute(_seq.Next(), instance, StoredText.Of(turn));

    public void DeleteOf(long instance) => _delete.Execute(instance);

    public void Dispose()
    {
        _append.Dispose();
        _delete.Dispose();
    }
}
