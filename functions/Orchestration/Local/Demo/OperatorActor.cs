using Orchestration.LocalRuntime.Time;

namespace Orchestration.Local.Demo;

/// <summary>An operator of the DDO, who raises the trigger that some sends wait for.</summary>
internal sealed class OperatorActor(DemoStage stage, BusinessTime time, DemoScript script)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (script.Trigger is not { } trigger)
            return;
        using (await time.WaitUntilAsync(trigger.At, cancellation))
            await stage.RaiseAsync(trigger, cancellation);
    }
}
