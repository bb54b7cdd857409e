namespace Orchestration.LocalRuntime.Time;

/// <summary>Finds out whether all sources of work are quiet, and were so all through one look at each of them.</summary>
internal sealed class QuietScan(IReadOnlyList<IWorkSource> sources)
{
    /// <summary>What is under way in this process; null when nothing is.</summary>
    public string? Busy()
    {
        var busy = sources.Where(source => source.IsBusy).Select(source => source.Name).ToList();
        return busy.Count == 0 ? null : $"work is under way: {string.Join(", ", busy)}";
    }

    /// <returns>What keeps time from moving, or the epoch in which everybody was quiet.</returns>
    public async Task<(string? Obstacle, long Epoch)> RunAsync(CancellationToken cancellation)
    {
        var epoch = Epoch();

        // Side by side: none of them depends on another, and a jump of time waits for the slowest only.
        var waiting = await Task.WhenAll(sources.Select(source => source.HasWaitingWorkAsync(cancellation)));
        var names = sources.Zip(waiting).Where(pair => pair.Second).Select(pair => pair.First.Name).ToList();
        return names.Count > 0
            ? ($"work is waiting: {string.Join(", ", names)}", epoch)
            : (IsStillQuiet(epoch) ? null : "work began", epoch);
    }

    // Busy first: a source begins a new epoch before or while it becomes busy, never after.
    public bool IsStillQuiet(long epoch) => Busy() is null && Epoch() == epoch;

    private long Epoch() => sources.Sum(source => source.Epoch);
}
