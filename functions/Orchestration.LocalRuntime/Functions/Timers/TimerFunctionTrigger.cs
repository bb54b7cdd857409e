using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Timers;

internal sealed class TimerFunctionTrigger(ParameterInfo parameter, string text, TimerSchedule schedule, TimerTriggerAttribute attribute)
    : Trigger(parameter, "timerTrigger")
{
    public TimerSchedule Schedule => schedule;

    public bool RunOnStartup => attribute.RunOnStartup;

    public bool UseMonitor => attribute.UseMonitor;

    public override string Description => $"{Type} {text}";

    public override string Binds => nameof(TimerInfo);

    /// <returns>Null, with a problem, when the schedule is none.</returns>
    public static TimerFunctionTrigger? Read(
        ParameterInfo parameter, TimerTriggerAttribute attribute, IndexingContext context, Problems problems)
    {
        if (context.Resolve(attribute.Schedule, problems) is not { } text)
            return null;
        try
        {
            return new TimerFunctionTrigger(
                parameter, text, TimerSchedule.Parse(text, context.Options.SkipTimeFrom ?? context.Options.SystemTime.GetUtcNow()), attribute);
        }
        catch (FormatException error)
        {
            problems.Add(error.Message);
            return null;
        }
    }

    public override ParameterBinder? Bind(Type type) => type == typeof(TimerInfo) ? invocation => new(invocation.Trigger) : null;
}
