namespace Orchestration.LocalRuntime.Storage;

/// <summary>How to start Azurite, the storage emulator.</summary>
public sealed class AzuriteOptions
{
    /// <summary>Where it keeps blobs and queues, and where the running instance is recorded. One instance per folder.</summary>
    public required string Folder { get; set; }

    /// <summary>Preferred port of the blob service; a free one is used when it is taken.</summary>
    public int BlobPort { get; set; } = 10000;

    /// <summary>Preferred port of the queue service; a free one is used when it is taken.</summary>
    public int QueuePort { get; set; } = 10001;

    /// <summary>Preferred port of the table service; a free one is used when it is taken.</summary>
    public int TablePort { get; set; } = 10002;

    /// <summary>Accounts beside <see cref="Azurite.DefaultAccount"/>; all share its key. Tests take one each.</summary>
    public IReadOnlyList<string> Accounts { get; set; } = [];

    /// <summary>Folder of the <c>package.json</c> that pins Azurite; by default <c>infra/local</c> of the repository.</summary>
    public string? PackageFolder { get; set; }

    /// <summary>Stops what runs in the folder and deletes what it kept before starting.</summary>
    public bool StartEmpty { get; set; }

    /// <summary>How long Azurite may take to answer after its start.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long Azurite may take to write its state and end.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
