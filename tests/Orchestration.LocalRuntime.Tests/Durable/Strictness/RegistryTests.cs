using Orchestration.LocalRuntime.Durable;

namespace Orchestration.LocalRuntime.Tests.Durable.Strictness;

public class RegistryTests
{
    [Fact]
    public void Add_NameTwice_Throws()
    {
        var registry = new TaskRegistry();
        registry.AddOrchestrator("Main", _ => Task.FromResult<object?>(null));
        registry.AddActivity("Main", null, _ => Task.FromResult<object?>(null));

        Assert.Throws<ArgumentException>(() => registry.AddOrchestrator("MAIN", _ => Task.FromResult<object?>(null)));
        Assert.Throws<ArgumentException>(() => registry.AddActivity("main", null, _ => Task.FromResult<object?>(null)));
    }

    [Theory]
    [InlineData("SendOrchestrater", "SendOrchestrator")]
    [InlineData("Send", "SendOrchestrator CaisseSendOrchestrator")]
    [InlineData("sendorchestrator2", "SendOrchestrator")]
    [InlineData("Zzz", "")]
    public void Find_MisspelledName_GivesNearOnesNearestFirst(string name, string expected) => Assert.Equal(
        expected, string.Join(' ', NearNames.Find(name, ["CalendarOrchestrator", "CaisseSendOrchestrator", "SendOrchestrator"])));

    [Theory]
    [InlineData("")]
    [InlineData("1hub")]
    [InlineData("hub/../../etc")]
    [InlineData("hub name")]
    public void Validate_BadHubName_Throws(string hub)
    {
        var options = new DurableEngineOptions { DataFolder = "data", HubName = hub };

        Assert.Throws<ArgumentException>(options.Validate);
    }

    [Fact]
    public void Validate_ValuesOutOfRange_Throws()
    {
        Assert.Throws<ArgumentException>(new DurableEngineOptions().Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new DurableEngineOptions { DataFolder = "data", MaxConcurrentActivities = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new DurableEngineOptions { DataFolder = "data", MaxConcurrentOrchestrators = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new DurableEngineOptions { DataFolder = "data", FunctionTimeout = TimeSpan.Zero }.Validate);
        new DurableEngineOptions { DataFolder = "data", HubName = "hub-1_a" }.Validate();
    }
}
