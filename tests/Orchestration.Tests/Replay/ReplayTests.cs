using System.Text.Json.Nodes;
using DurableTask.Core.Exceptions;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Storage;

namespace Orchestration.Tests.Replay;

/// <summary>
/// Instances live for months: today's orchestrators must still take the steps that stored histories hold. See <c>README.md</c> in this folder for what to
/// do when one of these tests fails.
/// </summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Histories => [.. StoredHistory.Names];

    [Fact]
    public void Histories_EveryOrchestrator_HasOneThatEndedAndOneThatGoesOn()
    {
        var stored = StoredHistory.Names.Select(StoredHistory.Read).ToLookup(history => history.Orchestrator, history => history.Output is not null);

        Assert.NotEmpty(Orchestrators.Names);
        Assert.All(Orchestrators.Names, name => Assert.Equal([false, true], stored[name].Distinct().Order()));
    }

    // They are files for everybody to read: no person, no machine.
    [Theory]
    [MemberData(nameof(Histories))]
    public void Histories_Stored_HoldNeitherAddressesNorPathsNorFailures(string name)
    {
        var text = StoredHistory.ReadText(name);

        Assert.All(["@", "+33", "+262", "CPAM-75-", "   at ", "/home", "/tmp", "/work", ":\\", "\"taskFailed\"", "\"kind\": \"failed\""], trace =>
            Assert.DoesNotContain(trace, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task RunAsync_TodaysOrchestrator_TakesTheSameStepsToTheSameEnd(string name)
    {
        var stored = StoredHistory.Read(name);
        var today = new Orchestrators();

        await OrchestrationReplay.RunAsync(today.Registry, stored.Orchestrator, stored.History.GetRawText(), Json.Options);

        AssertSame(stored.Output, today.Output);
        AssertSame(stored.CustomStatus?.GetRawText(), today.CustomStatus);
    }

    [Fact]
    public async Task RunAsync_OrchestratorThatNowLeavesAStepOut_IsToldWhichOne()
    {
        var stored = StoredHistory.Read("calendar-applied");
        var changed = new TaskRegistry();
        changed.Orchestrator(nameof(CalendarOrchestrator), async context =>
            (await context.CallActivityAsync<RevisionComparison>(nameof(CompareRevision), context.GetInput<RevisionInput>())).Why);

        var error = await Assert.ThrowsAsync<NonDeterministicOrchestrationException>(
            () => OrchestrationReplay.RunAsync(changed, stored.Orchestrator, stored.History.GetRawText(), Json.Options));

        Assert.Contains($"expects step 1, activity '{nameof(ApplyRevision)}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("found the end of the orchestration", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_HistoryWithAnActivityOfAnotherName_IsToldWhichOne()
    {
        var stored = StoredHistory.Read("send-closed");
        var older = stored.History.GetRawText().Replace($"\"{nameof(PinAudience)}\"", "\"ChooseAudience\"", StringComparison.Ordinal);
        Assert.NotEqual(stored.History.GetRawText(), older);

        var error = await Assert.ThrowsAsync<NonDeterministicOrchestrationException>(
            () => OrchestrationReplay.RunAsync(new Orchestrators().Registry, stored.Orchestrator, older, Json.Options));

        Assert.Contains("activity 'ChooseAudience'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"activity '{nameof(PinAudience)}'", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(string? expected, string? actual)
    {
        var (before, now) = (expected is null ? null : JsonNode.Parse(expected), actual is null ? null : JsonNode.Parse(actual));
        Assert.True(JsonNode.DeepEquals(before, now), $"Expected {before?.ToJsonString()}\nFound {now?.ToJsonString()}");
    }
}
