using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class PayloadTests
{
    public sealed record Person(string Name, DateOnly? Born, IReadOnlyDictionary<string, decimal> Amounts);

    [Theory, EveryEngine]
    public async Task Record_ThroughAllSteps_StaysEqual(Engine engine)
    {
        var person = new Person("Zoé « l’Été » 🙂\n\0", new DateOnly(1960, 2, 29), new Dictionary<string, decimal> { ["reste à charge"] = 12.50m });
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<Person, Person>("EchoPerson", value => value);
            functions.Orchestrator<Person, Person>("Child", (context, value) => context.CallActivityAsync<Person>("EchoPerson", value));
            functions.Orchestrator<Person, Person>("Main", async (context, value) =>
            {
                context.SendEvent(context.InstanceId, "self", await context.CallSubOrchestratorAsync<Person>("Child", value));
                return await context.WaitForExternalEvent<Person>("self");
            });
        });

        var back = (await harness.RunAsync<Person>("Main", person))!;

        Assert.Equal((person.Name, person.Born), (back.Name, back.Born));
        Assert.Equal(person.Amounts, back.Amounts);
    }

    [Theory, EveryEngine]
    public async Task Null_AsInputOutputAndEvent_ArrivesAsNull(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<Person?, string?>("Main", async (context, input) =>
            {
                var heard = await context.WaitForExternalEvent<Person?>("person");
                return input is null && heard is null ? null : "something";
            }));
        var id = await harness.ScheduleAsync("Main");

        await harness.Client.RaiseEventAsync(id, "person");

        Assert.Null((await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, EveryEngine]
    public async Task LargeText_ThroughAllSteps_StaysWhole(Engine engine)
    {
        var text = new string('é', 300_000);
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<string, string>("EchoText", value => value);
            functions.Orchestrator<string, string>("Main", (context, value) => context.CallActivityAsync<string>("EchoText", value));
        });

        Assert.Equal(text, await harness.RunAsync<string>("Main", text));
    }

    [Theory, EveryEngine]
    public async Task Names_OnTheWire_AreCamelCase(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<Person, Person>("Main", (_, value) => Task.FromResult(value)));

        var metadata = await harness.RunAsync("Main", new Person("a", null, new Dictionary<string, decimal>()));

        Assert.Equal("""{"name":"a","born":null,"amounts":{}}""", metadata.SerializedInput);
        Assert.Equal(metadata.SerializedInput, metadata.SerializedOutput);
    }
}
