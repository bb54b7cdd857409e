using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;

namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>A listener that has to look for its work, in a storage that does not tell.</summary>
internal abstract class PollingListener : ITriggerListener
{
    private readonly PollingLoop _loop;
    private readonly WorkCounter _work = new();

    protected PollingListener(IndexedFunction function, ListenerServices services, PollingPaces paces)
    {
        (Function, Services, Logger) = (function, services, services.LoggerOf(function));
        Running = new RunningTasks(services.Options.SystemTime);
        _loop = new PollingLoop(LookAsync, paces, services.Options.SystemTime, Logger);
    }

    public abstract string Name { get; }

    public long Epoch => _work.Epoch;

    public bool IsBusy => _work.IsBusy;

    protected IndexedFunction Function { get; }

    protected ListenerServices Services { get; }

    protected ILogger Logger { get; }

    /// <summary>The invocations that go on.</summary>
    protected RunningTasks Running { get; }

    public void Start() => _loop.Start();

    public async Task StopAsync(CancellationToken deadline)
    {
        await _loop.StopAsync();
        if (!await Running.DrainAsync(deadline))
            Logger.LogWarning("{Function} ignores that the host stops", Function.Name);
    }

    public async Task<bool> HasWaitingWorkAsync(CancellationToken cancellation)
    {
        if (!await IsWorkWaitingAsync(cancellation))
            return false;
        _loop.Wake();
        return true;
    }

    public virtual void Dispose()
    {
        _loop.Dispose();
        Running.Dispose();
    }

    /// <summary>Takes what can be taken now.</summary>
    /// <returns>True when it found something.</returns>
    protected abstract Task<bool> LookAsync(CancellationToken stopping);

    /// <summary>Looks without taking anything.</summary>
    protected abstract Task<bool> IsWorkWaitingAsync(CancellationToken cancellation);

    /// <summary>Processes a piece of work, which counts as such from now on.</summary>
    protected void Begin(Func<Task> process)
    {
        var work = _work.Begin();
        Running.Add(async () =>
        {
            using (work)
                await process();
        });
    }
}
