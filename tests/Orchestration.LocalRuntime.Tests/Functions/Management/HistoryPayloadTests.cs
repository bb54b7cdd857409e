using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Functions.Management;

namespace Orchestration.LocalRuntime.Tests.Functions.Management;

/// <summary>What the approved exchanges cannot show, because stack traces and moments vary.</summary>
public sealed class HistoryPayloadTests
{
    private static readonly DateTime At = new(2027, 3, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_TaskThatHasNotEnded_IsShownAsScheduled() => AssertShown(
        """[{"EventType":"TaskScheduled","Input":"1","Name":"Say","Timestamp":"2027-03-22T08:00:00Z"}]""",
        new TaskScheduledEvent(0) { Name = "Say", Input = "1" });

    [Fact]
    public void Of_TaskThatFailed_IsOneEventWithItsReason() => AssertShown(
        """[{"Details":"at Say","EventType":"TaskFailed","FunctionName":"Say","Input":"1","Reason":"boom","ScheduledTime":"2027-03-22T08:00:00Z","Timestamp":"2027-03-22T08:00:00Z"}]""",
        new TaskScheduledEvent(0) { Name = "Say", Input = "1" },
        new TaskFailedEvent(-1, 0, "boom", "at Say", null));

    [Fact]
    public void Of_ChildThatFailed_IsOneEventWithItsReason() => AssertShown(
        """[{"Details":null,"EventType":"SubOrchestrationInstanceFailed","FunctionName":"Echo","Input":null,"Reason":"boom","ScheduledTime":"2027-03-22T08:00:00Z","Timestamp":"2027-03-22T08:00:00Z"}]""",
        new SubOrchestrationInstanceCreatedEvent(0) { Name = "Echo", InstanceId = "child" },
        new SubOrchestrationInstanceFailedEvent(-1, 0, "boom", null, null));

    [Fact]
    public void Of_Events_AreShownWithTheirNames() => AssertShown(
        """[{"EventType":"EventSent","Input":"2","InstanceId":"other","Name":"Go","Timestamp":"2027-03-22T08:00:00Z"},{"EventType":"EventRaised","Input":"3","Name":"Come","Timestamp":"2027-03-22T08:00:00Z"}]""",
        new EventSentEvent(0) { InstanceId = "other", Name = "Go", Input = "2" },
        new EventRaisedEvent(-1, "3") { Name = "Come" });

    [Fact]
    public void Of_Commands_AreShownWithTheirReasons() => AssertShown(
        """[{"EventType":"ExecutionSuspended","Reason":"wait","Timestamp":"2027-03-22T08:00:00Z"},{"EventType":"ExecutionResumed","Reason":"go","Timestamp":"2027-03-22T08:00:00Z"},{"EventType":"ExecutionTerminated","Input":"\"enough\"","Timestamp":"2027-03-22T08:00:00Z"}]""",
        new ExecutionSuspendedEvent(-1, "wait"),
        new ExecutionResumedEvent(-1, "go"),
        new ExecutionTerminatedEvent(-1, "\"enough\""));

    private static void AssertShown(string expected, params HistoryEvent[] history)
    {
        foreach (var each in history)
            each.Timestamp = At;
        HistoryEvent[] turn = [new OrchestratorStartedEvent(-1), .. history, new OrchestratorCompletedEvent(-1)];

        var shown = HistoryPayload.Of(turn, OrchestrationRuntimeStatus.Running, showInput: true, showOutput: false);

        // The default encoder escapes quotes; tests read better without.
        Assert.Equal(expected, shown.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
