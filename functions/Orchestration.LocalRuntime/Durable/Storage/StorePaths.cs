namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Where the files of one hub lie.</summary>
internal sealed record StorePaths(string Folder, string Hub)
{
    public string Database => Path.Combine(Folder, Hub + ".db");

    public string Lock => Path.Combine(Folder, Hub + ".lock");

    public string Payloads => Path.Combine(Folder, Hub + ".payloads");

    /// <summary>The database with the files that SQLite keeps beside it.</summary>
    public IEnumerable<string> DatabaseFiles => [Database, Database + "-wal", Database + "-shm"];
}
