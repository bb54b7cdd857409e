using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>A store that this process holds alone, up to date and joined with its clock.</summary>
internal sealed class OpenedStore : IDisposable
{
    private readonly StoreLock _lock;

    private OpenedStore(StorePaths paths, StoreLock storeLock, StoreSession session)
    {
        _lock = storeLock;
        Paths = paths;
        Session = session;
    }

    public StorePaths Paths { get; }

    /// <summary>Its writer disposes of it.</summary>
    public StoreSession Session { get; }

    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static OpenedStore Open(DurableEngineOptions options, BusinessTime time, ILogger logger)
    {
        var paths = new StorePaths(options.DataFolder, options.HubName);
        Directory.CreateDirectory(paths.Folder);
        var storeLock = StoreLock.Take(paths);
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(paths, options, logger);
            var session = new StoreSession(connection, options.Crash);
            StoredTime.Bind(session, time, paths.Database);
            CleanUp(session, paths);
            return new OpenedStore(paths, storeLock, session);
        }
        catch
        {
            connection?.Dispose();
            storeLock.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static SqliteConnection Connect(StorePaths paths, DurableEngineOptions options, ILogger logger)
    {
        try
        {
            return StoreFile.OpenForWriting(paths, StoreSchema.Migrations);
        }
        catch (StoreCorruptedException exception) when (options.MoveCorruptedStoreAside)
        {
            logger.LogError(
                exception, "The store is damaged. It was put aside as '{Path}'; an empty one takes its place.",
                StoreFile.MoveAside(paths, options.SystemTime.GetUtcNow()));
            return StoreFile.OpenForWriting(paths, StoreSchema.Migrations);
        }
    }

    /// <summary>Deletes what belonged to instances that ended or went while it was under way.</summary>
    private static void CleanUp(StoreSession session, StorePaths paths)
    {
        session.Messages.DeleteOrphans();
        session.Activities.DeleteOrphans();
        new PayloadFiles(paths.Payloads).DeleteAllBut(session.Payloads.All());
    }
}
