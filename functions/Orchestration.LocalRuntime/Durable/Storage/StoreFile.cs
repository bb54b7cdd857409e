using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Opens the database of a store.</summary>
internal static class StoreFile
{
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    /// <summary>Opens the one connection that writes, and brings the schema up to date.</summary>
    /// <exception cref="StoreCorruptedException">The file is damaged.</exception>
    /// <exception cref="StoreException">The store was written by a newer version of this program.</exception>
    public static SqliteConnection OpenForWriting(StorePaths paths, IReadOnlyList<string> migrations)
    {
        var connection = Open(paths, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Configure(connection);
            StoreSchema.Apply(connection, paths.Database, migrations);
            return connection;
        }
        catch (SqliteException exception) when (IsCorruption(exception))
        {
            connection.Dispose();
            throw new StoreCorruptedException(
                $"The store '{paths.Database}' is damaged ({exception.Message}). Restore it from a backup, or set "
                + $"{nameof(DurableEngineOptions.MoveCorruptedStoreAside)} to put it aside and begin with an empty one.",
                exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenForReading(StorePaths paths) => Open(paths, SqliteOpenMode.ReadWrite);

    public static bool IsCorruption(SqliteException exception) => exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    /// <summary>Renames a damaged database out of the way.</summary>
    /// <returns>Where it is now.</returns>
    public static string MoveAside(StorePaths paths, DateTimeOffset now)
    {
        var suffix = now.ToString("'.corrupted-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        foreach (var file in paths.DatabaseFiles.Where(File.Exists))
        {
            File.Move(file, file + suffix);
        }

        return paths.Database + suffix;
    }

    private static SqliteConnection Open(StorePaths paths, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = paths.Database, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Configure(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA wal_autocheckpoint = 8000;
            PRAGMA cache_size = -32000;
            PRAGMA temp_store = MEMORY;
            """;
        command.ExecuteNonQuery();
    }
}
