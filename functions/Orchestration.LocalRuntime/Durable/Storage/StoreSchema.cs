using Microsoft.Data.Sqlite;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>The tables of the store. Moments are UTC ticks; statuses are the numbers of OrchestrationRuntimeStatus.</summary>
internal static class StoreSchema
{
    /// <summary>Entry n makes a store of version n one of version n + 1; a new store has version 0.</summary>
    public static readonly IReadOnlyList<string> Migrations =
    [
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE instances (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            status INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            completed INTEGER,
            parent INTEGER,
            parent_id TEXT,
            parent_name TEXT,
            parent_task INTEGER,
            custom_status TEXT,
            output TEXT,
            failure TEXT);
        CREATE INDEX instances_by_parent ON instances (parent) WHERE parent IS NOT NULL;

        CREATE TABLE inputs (instance INTEGER PRIMARY KEY, input TEXT NOT NULL);

        CREATE TABLE history (seq INTEGER PRIMARY KEY, instance INTEGER NOT NULL, turn BLOB NOT NULL);
        CREATE INDEX history_by_instance ON history (instance);

        CREATE TABLE messages (seq INTEGER PRIMARY KEY, instance INTEGER NOT NULL, arrival BLOB NOT NULL);

        CREATE TABLE activities (
            seq INTEGER PRIMARY KEY, instance INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT);

        CREATE TABLE timers (
            instance INTEGER NOT NULL, task INTEGER NOT NULL, fire_at INTEGER NOT NULL, PRIMARY KEY (instance, task)) WITHOUT ROWID;
        CREATE INDEX timers_by_moment ON timers (fire_at);

        CREATE TABLE payloads (file TEXT PRIMARY KEY, instance INTEGER NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX payloads_by_instance ON payloads (instance);
        """,
    ];

    /// <summary>Brings a store to the newest version, each migration in a transaction of its own.</summary>
    /// <exception cref="StoreException">The store was written by a newer version of this program.</exception>
    public static void Apply(SqliteConnection connection, string path, IReadOnlyList<string> migrations)
    {
        var version = Convert.ToInt32(Execute(connection, "PRAGMA user_version"), provider: null);
        if (version > migrations.Count)
        {
            throw new StoreException(
                $"The store '{path}' has schema version {version}; this program knows versions up to {migrations.Count}. "
                + "Use the newer program, or another data folder.");
        }

        for (; version < migrations.Count; version++)
        {
            Execute(connection, $"BEGIN IMMEDIATE; {migrations[version]}; PRAGMA user_version = {version + 1}; COMMIT;");
        }
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
