using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>
/// Which version of which blob a function has dealt with. Kept in SQLite, so that it survives a killed process; read from memory.
/// </summary>
internal sealed class BlobReceipts : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly Dictionary<(string Function, string Path), BlobReceipt> _receipts = [];

    private BlobReceipts(SqliteConnection connection) => _connection = connection;

    public static BlobReceipts Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "blob-receipts.db"), Pooling = false };
        var connection = new SqliteConnection(path.ConnectionString);
        connection.Open();
        var receipts = new BlobReceipts(connection);
        receipts.Execute("PRAGMA journal_mode = WAL");
        receipts.Execute("PRAGMA synchronous = NORMAL");
        receipts.Execute(
            """
            CREATE TABLE IF NOT EXISTS receipts (
                function TEXT NOT NULL, path TEXT NOT NULL, etag TEXT NOT NULL, attempts INTEGER NOT NULL, outcome INTEGER NOT NULL,
                PRIMARY KEY (function, path)) WITHOUT ROWID
            """);
        receipts.Load();
        return receipts;
    }

    /// <summary>What is known of this version of the blob.</summary>
    public BlobReceipt Of(string function, FoundBlob blob)
    {
        lock (_lock)
        {
            return _receipts.TryGetValue((function, PathOf(blob)), out var receipt) && receipt.ETag == blob.ETag
                ? receipt
                : new BlobReceipt(blob.ETag, 0, BlobOutcome.Pending);
        }
    }

    public void Write(string function, FoundBlob blob, BlobReceipt receipt)
    {
        lock (_lock)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "INSERT OR REPLACE INTO receipts VALUES ($function, $path, $etag, $attempts, $outcome)";
            command.Parameters.AddWithValue("$function", function);
            command.Parameters.AddWithValue("$path", PathOf(blob));
            command.Parameters.AddWithValue("$etag", receipt.ETag);
            command.Parameters.AddWithValue("$attempts", receipt.Attempts);
            command.Parameters.AddWithValue("$outcome", (int)receipt.Outcome);
            command.ExecuteNonQuery();
            _receipts[(function, PathOf(blob))] = receipt;
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Load()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT function, path, etag, attempts, outcome FROM receipts";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            _receipts[(rows.GetString(0), rows.GetString(1))] =
                new BlobReceipt(rows.GetString(2), rows.GetInt32(3), (BlobOutcome)rows.GetInt32(4));
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string PathOf(FoundBlob blob) => $"{blob.Container.Name}/{blob.Name}";
}

/// <summary>How far a function came with one version of a blob.</summary>
/// <param name="ETag">The version.</param>
/// <param name="Attempts">Attempts begun.</param>
/// <param name="Outcome">How it ended, if it did.</param>
internal sealed record BlobReceipt(string ETag, int Attempts, BlobOutcome Outcome);

/// <summary>Stored as a number.</summary>
internal enum BlobOutcome
{
    Pending = 0,
    Done = 1,
    Poisoned = 2,
}
