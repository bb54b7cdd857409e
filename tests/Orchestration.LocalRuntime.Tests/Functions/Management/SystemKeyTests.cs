using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Management;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Management;

public sealed class SystemKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_First_ShowsTheKeyOnceAndKeepsItsHashOnly()
    {
        string key;
        await using (var first = await StartAsync())
        {
            key = ShownKey(first);
            Assert.Equal(HttpStatusCode.OK, await AskAsync(first, key));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(first, key + "x"));
        }

        Assert.DoesNotContain(key, await File.ReadAllTextAsync(_folder.File(SystemKey.FileName)), StringComparison.Ordinal);
        await using var second = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second, key));
        Assert.DoesNotContain(second.Logs.Messages, message => message.Contains("shown this once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_KeyInTheSettings_IsTheKeyAndIsNotKept()
    {
        await using var app = await StartAsync(options => options.SystemKey = "sesame");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, "sesame"));
        Assert.False(File.Exists(_folder.File(SystemKey.FileName)));
        Assert.DoesNotContain(app.Logs.Messages, message => message.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_FileDeleted_MakesANewKey()
    {
        string key;
        await using (var first = await StartAsync())
            key = ShownKey(first);
        File.Delete(_folder.File(SystemKey.FileName));

        await using var second = await StartAsync();

        Assert.NotEqual(key, ShownKey(second));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(second, key));
    }

    [Fact]
    public void Open_FileThatHoldsNoHash_IsRefused()
    {
        File.WriteAllText(_folder.File(SystemKey.FileName), "open to all");

        var refusal = Assert.Throws<InvalidDataException>(
            () => SystemKey.Open(new LocalRuntimeOptions { DataFolder = _folder.Path }, new RecordingLoggers()));

        Assert.Contains(_folder.File(SystemKey.FileName), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AppWithoutOrchestrators_HasNoManagementApi()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings { Folder = _folder.Path });

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(app, ""));
        Assert.False(File.Exists(_folder.File(SystemKey.FileName)));
    }

    private Task<TestApp> StartAsync(Action<LocalRuntimeOptions>? configure = null) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [typeof(Orchestrators)],
        Folder = _folder.Path,
        Options = configure,
    });

    private static string ShownKey(TestApp app) =>
        Assert.Single(app.Logs.At(LogLevel.Information), message => message.Contains("shown this once", StringComparison.Ordinal)).Split(": ")[^1];

    private static async Task<HttpStatusCode> AskAsync(TestApp app, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/runtime/webhooks/durabletask/instances");
        request.Headers.Add("x-functions-key", key);
        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }

    public static class Orchestrators
    {
        [Function("Idle")]
        public static void Idle([OrchestrationTrigger] TaskOrchestrationContext context)
        {
        }
    }
}
