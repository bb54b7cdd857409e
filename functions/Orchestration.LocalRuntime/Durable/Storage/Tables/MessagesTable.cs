using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Instances;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>What was sent to instances and not yet read.</summary>
internal sealed class MessagesTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, "INSERT INTO messages (seq, instance, arrival) VALUES ($1, $2, $3)", 3);
    private readonly Statement _delete = new(connection, "DELETE FROM messages WHERE seq = $1", 1);
    private readonly Statement _all = new(connection, "SELECT seq, instance, arrival FROM messages ORDER BY seq", 0);
    private readonly Statement _deleteOrphans = new(connection, $"DELETE FROM messages WHERE {InstancesTable.IsOrphan}", 0);

    private readonly RowCounter _seq = new(connection, "SELECT max(seq) FROM messages");

    public Letter Insert(long instance, Arrival arrival)
    {
        var seq = _seq.Next();
        _insert.Execute(seq, instance, StoredText.Of(arrival));
        return new Letter(arrival, LetterRow.Message, seq);
    }

    public void Delete(long seq) => _delete.Execute(seq);

    public IReadOnlyList<(long Instance, Letter Letter)> All()
    {
        var all = new List<(long, Letter)>();
        using var reader = _all.Query();
        while (reader.Read())
        {
            all.Add((reader.GetInt64(1), new Letter(StoredText.ToArrival(reader.Bytes(2)), LetterRow.Message, reader.GetInt64(0))));
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
