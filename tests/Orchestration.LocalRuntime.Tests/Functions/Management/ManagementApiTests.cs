using System.Net;
using System.Net.Http.Json;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Tests.Functions.Management;

public sealed class ManagementApiTests(ManagedApp managed) : IClassFixture<ManagedApp>
{
    private const string Instances = "/runtime/webhooks/durabletask/instances";

    public static TheoryData<string> Exchanges => [.. ApprovedExchange.Names()];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public Task Send_Request_IsAnsweredAsApproved(string exchange) => new ApprovedExchange(exchange).MatchAsync(managed.App.Http);

    [Fact]
    public async Task RaiseEvent_Accepted_ReachesTheInstanceWithItsPayload()
    {
        await StartAsync("hears");

        await PostAsync("hears/raiseEvent/go", """{ "name": "Zoé" }""");

        var done = await managed.App.Runtime.Durable.WaitForInstanceCompletionAsync("hears", getInputsAndOutputs: true);
        Assert.Equal(new ManagedApp.Guest("Zoé"), done.ReadOutputAs<ManagedApp.Guest>());
    }

    [Fact]
    public async Task SuspendResumeTerminate_Accepted_ReachTheInstance()
    {
        await StartAsync("steered");

        await PostAsync("steered/suspend?reason=wait");
        await managed.ReachAsync("steered", OrchestrationRuntimeStatus.Suspended);
        await PostAsync("steered/resume?reason=go");
        await managed.ReachAsync("steered", OrchestrationRuntimeStatus.Running);
        await PostAsync("steered/terminate?reason=enough");

        var done = await managed.App.Runtime.Durable.WaitForInstanceCompletionAsync("steered", getInputsAndOutputs: true);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Equal("enough", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Purge_One_IsGone()
    {
        await managed.App.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("Fail", new Microsoft.DurableTask.StartOrchestrationOptions("ended"));
        await managed.App.Runtime.Durable.WaitForInstanceCompletionAsync("ended");

        await SendAsync(HttpMethod.Delete, "ended", HttpStatusCode.OK);

        Assert.Null(await managed.App.Runtime.Durable.GetInstanceAsync("ended"));
    }

    private async Task StartAsync(string instance)
    {
        await managed.App.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("Wait", new Microsoft.DurableTask.StartOrchestrationOptions(instance));
        await managed.App.Runtime.Durable.WaitForInstanceStartAsync(instance);
    }

    private Task PostAsync(string path, string? json = null) =>
        SendAsync(HttpMethod.Post, path, HttpStatusCode.Accepted, json is null ? null : JsonContent.Create(System.Text.Json.JsonDocument.Parse(json)));

    private async Task SendAsync(HttpMethod method, string path, HttpStatusCode expected, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, $"{Instances}/{path}") { Content = content };
        request.Headers.Add("x-functions-key", ManagedApp.Key);
        using var response = await managed.App.Http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }
}
