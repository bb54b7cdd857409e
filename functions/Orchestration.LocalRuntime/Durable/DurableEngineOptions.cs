using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orchestration.LocalRuntime.Durable;

/// <summary>How the durable engine runs.</summary>
public sealed partial class DurableEngineOptions
{
    /// <summary>The folder of the store; made when it is missing. Required.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>Names the store in its folder: a letter, then up to 44 letters, digits, '-' or '_'.</summary>
    public string HubName { get; set; } = "orchestration";

    /// <summary>How many activities run at the same time; ten for each processor by default.</summary>
    public int MaxConcurrentActivities { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>How many orchestrators take a step at the same time; ten for each processor by default.</summary>
    public int MaxConcurrentOrchestrators { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>How many waiting orchestrations stay in memory; the others replay their history when something reaches them.</summary>
    public int MaxLiveInstances { get; set; } = 10_000;

    /// <summary>True to replay before each step, as if the process were always new; for tests.</summary>
    public bool EvictAfterEachStep { get; set; }

    /// <summary>The application's one JSON configuration; camelCase by default.</summary>
    public JsonSerializerOptions Json { get; set; } = new(JsonSerializerDefaults.Web);

    /// <summary>How long an activity may run before it fails; without limit by default.</summary>
    public TimeSpan? FunctionTimeout { get; set; }

    /// <summary>How long a stop waits for running activities before it cancels them; they run again at the next start.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A longer durable timer is made of several, as in Durable Functions.</summary>
    public TimeSpan MaximumTimerInterval { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Payloads of more UTF-8 bytes go to files.</summary>
    public int LargePayloadBytes { get; set; } = 64 * 1024;

    /// <summary>True to put a corrupted store aside and begin with an empty one; by default it is reported and left alone.</summary>
    public bool MoveCorruptedStoreAside { get; set; }

    /// <summary>Drives time-outs, delays between retries and the stop's deadline.</summary>
    public TimeProvider SystemTime { get; set; } = TimeProvider.System;

    /// <summary>Where to die; for tests.</summary>
    internal Func<Storage.CrashPoint, bool>? Crash { get; set; }

    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataFolder);
        if (!HubNamePattern().IsMatch(HubName))
        {
            throw new ArgumentException($"'{HubName}' is not a hub name: a letter, then up to 44 letters, digits, '-' or '_'.", nameof(HubName));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConcurrentActivities);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConcurrentOrchestrators);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxLiveInstances);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LargePayloadBytes);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaximumTimerInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(DrainTimeout, TimeSpan.Zero);
        if (FunctionTimeout is { } timeout)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(FunctionTimeout));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,44}$")]
    private static partial Regex HubNamePattern();
}
