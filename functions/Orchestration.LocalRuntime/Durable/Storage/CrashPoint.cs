namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Where a test ends the process, in effect.</summary>
internal enum CrashPoint
{
    /// <summary>A transaction is complete and not committed: it will never have happened.</summary>
    BeforeCommit,

    /// <summary>A transaction is on disk, and nobody was told.</summary>
    AfterCommit,
}
