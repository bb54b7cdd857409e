using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>Watches one trigger and runs its function.</summary>
internal interface ITriggerListener : IWorkSource, IDisposable
{
    void Start();

    /// <summary>Takes nothing new and waits for what runs; at the deadline asks it to end.</summary>
    Task StopAsync(CancellationToken deadline);
}
