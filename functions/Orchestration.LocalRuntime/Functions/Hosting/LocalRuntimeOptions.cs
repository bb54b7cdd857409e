using System.Reflection;
using System.Text.Json;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>
/// Settings of the local runtime, from configuration section <c>LocalRuntime</c> and then from code (<c>UseLocalRuntime</c>).
/// Relative folders start at the repository's root.
/// </summary>
public sealed class LocalRuntimeOptions
{
    public const string Section = "LocalRuntime";

    /// <summary>History of orchestrations, business time, blob receipts. One process at a time.</summary>
    public string DataFolder { get; set; } = Path.Combine(".local", "data");

    /// <summary>Folder of Azurite.</summary>
    public string StorageFolder { get; set; } = Path.Combine(".local", "azurite");

    /// <summary>
    /// Starts Azurite when a connection says <c>UseDevelopmentStorage=true</c>, and gives those connections its real ports.
    /// </summary>
    public bool StartStorage { get; set; } = true;

    /// <summary>Port of HTTP functions on 127.0.0.1 (also <c>--port</c>); a free one is used when it is taken, or when 0.</summary>
    public int Port { get; set; } = 7071;

    /// <summary>Key that functions above <c>Anonymous</c> ask for (header <c>x-functions-key</c> or query <c>code</c>).</summary>
    public string? HostKey { get; set; }

    /// <summary>
    /// Key of the management API (<c>/runtime/webhooks/durabletask</c>); without one, the first start makes it and shows it once in the log.
    /// </summary>
    public string? SystemKey { get; set; }

    /// <summary>Business time skips, from this moment on a new store; null for real time.</summary>
    public DateTimeOffset? SkipTimeFrom { get; set; }

    /// <summary>Business time never skips beyond.</summary>
    public DateTimeOffset? SkipTimeUntil { get; set; }

    /// <summary>Rebuilds every orchestration from its history at each step, as on Azure, instead of keeping it in memory.</summary>
    public bool EvictAfterEachStep { get; set; }

    /// <summary>Path of host.json; by default beside the binaries, else in the current folder.</summary>
    public string? HostJson { get; set; }

    /// <summary>Where functions are; by default the assembly that was started.</summary>
    public IList<Assembly> FunctionAssemblies { get; } = [];

    /// <summary>Payloads of orchestrations and JSON queue messages.</summary>
    public JsonSerializerOptions Json { get; set; } = JsonSerializerOptions.Web;

    /// <summary>How queues and containers are looked at.</summary>
    public PollingOptions Polling { get; } = new();

    /// <summary>Drives polling, leases and retries; never business time.</summary>
    public TimeProvider SystemTime { get; set; } = TimeProvider.System;

    /// <summary>When set, only these classes are looked at.</summary>
    internal IReadOnlyList<Type>? FunctionClasses { get; set; }

    internal void Validate(Problems problems)
    {
        problems = problems.Within(Section);
        if (Port is < 0 or > 65535)
            problems.Add($"{nameof(Port)} must be from 0 to 65535, not {Port}");
        if (SkipTimeUntil is not null && !(SkipTimeFrom < SkipTimeUntil))
            problems.Add($"{nameof(SkipTimeUntil)} needs an earlier {nameof(SkipTimeFrom)}");
        Polling.Validate(problems.Within(nameof(Polling)));
    }
}

/// <summary>Paces of polling. On an idle trigger the pause doubles from the shortest to the longest; anything found resets it.</summary>
public sealed class PollingOptions
{
    /// <summary>Pause after something was found.</summary>
    public TimeSpan Shortest { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause between two looks at a container. For queues host.json says it (<c>maxPollingInterval</c>).</summary>
    public TimeSpan LongestForBlobs { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a received message stays invisible; renewed while its function runs. Azure takes 10 minutes; shorter, so that the
    /// messages of a killed app come back soon. Whole seconds.
    /// </summary>
    public TimeSpan QueueLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a blob is tried again; doubles with each attempt.</summary>
    public TimeSpan BlobRetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    internal void Validate(Problems problems)
    {
        if (Shortest <= TimeSpan.Zero)
            problems.Add($"{nameof(Shortest)} must be more than zero");
        if (LongestForBlobs <= TimeSpan.Zero)
            problems.Add($"{nameof(LongestForBlobs)} must be more than zero");
        if (QueueLease < TimeSpan.FromSeconds(1) || QueueLease > TimeSpan.FromDays(7) || QueueLease.Ticks % TimeSpan.TicksPerSecond != 0)
            problems.Add($"{nameof(QueueLease)} must be whole seconds, from one second to seven days");
        if (BlobRetryDelay < TimeSpan.Zero)
            problems.Add($"{nameof(BlobRetryDelay)} must not be negative");
    }
}
