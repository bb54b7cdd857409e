using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Journeys;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Durable;
using Orchestration.Storage;

namespace Orchestration.Tests.Replay;

/// <summary>The orchestrators as they are today, and what came of the last one that was replayed.</summary>
internal sealed class Orchestrators
{
    private ObservedContext? _context;

    public Orchestrators()
    {
        Add<RevisionInput, RevisionStatus>(nameof(CalendarOrchestrator), CalendarOrchestrator.RunAsync);
        Add<JourneyInput, JourneyStatus>(nameof(JourneyOrchestrator), JourneyOrchestrator.RunAsync);
        Add<SendInput, SendStatus>(nameof(SendOrchestrator), SendOrchestrator.RunAsync);
        Add<CaisseSendInput, CaisseStatus>(nameof(CaisseSendOrchestrator), CaisseSendOrchestrator.RunAsync);
    }

    /// <summary>Every function of the app that an orchestration triggers.</summary>
    public static IEnumerable<string> Names => typeof(SendOrchestrator).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null))
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    public TaskRegistry Registry { get; } = new();

    /// <summary>As JSON; null while it goes on.</summary>
    public string? Output { get; private set; }

    public string? CustomStatus => _context?.CustomStatus;

    private void Add<TInput, TOutput>(string name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> run) =>
        Registry.AddOrchestrator(name, async context =>
        {
            _context = new ObservedContext(context);
            var output = await run(_context, context.GetInput<TInput>()!);
            Output = JsonSerializer.Serialize(output, Json.Options);
            return output;
        });
}
