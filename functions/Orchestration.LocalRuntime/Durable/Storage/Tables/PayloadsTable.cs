using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage.Tables;

/// <summary>Which instance owns each payload file, and in which generation.</summary>
internal sealed class PayloadsTable(SqliteConnection connection) : IDisposable
{
    /// <summary>The generation of a payload in a message that no turn has read.</summary>
    public const int Unread = int.MaxValue;

    private readonly Statement _own = new(connection, "INSERT OR REPLACE INTO payloads (file, instance, generation) VALUES ($1, $2, $3)", 3);
    private readonly Statement _before = new(connection, "SELECT file FROM payloads WHERE instance = $1 AND generation < $2", 2);
    private readonly Statement _deleteBefore = new(connection, "DELETE FROM payloads WHERE instance = $1 AND generation < $2", 2);
    private readonly Statement _of = new(connection, "SELECT file FROM payloads WHERE instance = $1", 1);
    private readonly Statement _deleteOf = new(connection, "DELETE FROM payloads WHERE instance = $1", 1);
    private readonly Statement _all = new(connection, "SELECT file FROM payloads", 0);

    public void Own(IEnumerable<string> files, long instance, int generation)
    {
        foreach (var file in files)
        {
            _own.Execute(file, instance, generation);
        }
    }

    /// <summary>Gives up the files of earlier generations.</summary>
    public IReadOnlyList<string> TakeBefore(long instance, int generation)
    {
        var files = Files(_before, instance, generation);
        if (files.Count > 0)
        {
            _deleteBefore.Execute(instance, generation);
        }

        return files;
    }

    /// <summary>Gives up all files of an instance.</summary>
    public IReadOnlyList<string> TakeOf(long instance)
    {
        var files = Files(_of, instance);
        if (files.Count > 0)
        {
            _deleteOf.Execute(instance);
        }

        return files;
    }

    public IReadOnlySet<string> All() => Files(_all).ToHashSet(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_own, _before, _deleteBefore, _of, _deleteOf, _all])
        {
            statement.Dispose();
        }
    }

    private static List<string> Files(Statement statement, params ReadOnlySpan<object?> values)
    {
        var files = new List<string>();
        using var reader = statement.Query(values);
        while (reader.Read())
        {
            files.Add(reader.GetString(0));
        }

        return files;
    }
}
