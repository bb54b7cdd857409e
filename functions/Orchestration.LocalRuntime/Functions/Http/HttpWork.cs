using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>Requests in flight keep business time from skipping.</summary>
internal sealed class HttpWork : IWorkSource
{
    public WorkCounter Requests { get; } = new();

    public string Name => "HTTP requests";

    public long Epoch => Requests.Epoch;

    public bool IsBusy => Requests.IsBusy;

    /// <summary>A request that was not read yet is known to its sender only.</summary>
    public Task<bool> HasWaitingWorkAsync(CancellationToken cancellation) => Task.FromResult(false);
}
