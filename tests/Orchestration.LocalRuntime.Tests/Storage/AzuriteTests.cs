using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Storage;

public sealed class AzuriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartAsync_SeveralAccounts_KeepsThemApart()
    {
        await using var azurite = await StartAsync(options => options.Accounts = ["first", "second"]);

        await WriteAsync(azurite, "first", "hello");

        Assert.Equal("hello", await ReadAsync(azurite, "first"));
        Assert.False(await new BlobContainerClient(azurite.ConnectionString("second"), "box").ExistsAsync());
    }

    [Fact]
    public async Task StartAsync_PreferredPortTaken_UsesAnother()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var azurite = await StartAsync(options => options.BlobPort = port);

        Assert.NotEqual(port, azurite.BlobPort);
        await WriteAsync(azurite, Azurite.DefaultAccount, "hello");
    }

    [Fact]
    public async Task StartAsync_AfterTheParentWasKilled_AdoptsTheLivingOne()
    {
        using var parent = ChildProcess.Start(null, "azurite", _folder.Path);
        var processId = int.Parse(await parent.ReadLineAsync(), CultureInfo.InvariantCulture);
        await parent.KillAsync();

        await using var azurite = await StartAsync();

        Assert.True(azurite.IsAdopted);
        Assert.False(azurite.FollowsUncleanStop);
        Assert.Equal(processId, azurite.ProcessId);
    }

    [Fact]
    public async Task StopAsync_Adopted_EndsItToo()
    {
        using var parent = ChildProcess.Start(null, "azurite", _folder.Path);
        var processId = int.Parse(await parent.ReadLineAsync(), CultureInfo.InvariantCulture);
        await parent.KillAsync();
        var azurite = await StartAsync();

        await azurite.StopAsync();

        Assert.False(AzuriteProcess.IsAlive(processId, _folder.Path));
    }

    [Fact]
    public async Task StartAsync_TwiceAtOnce_SharesOneInstance()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());

        Assert.Equal(both[0].ProcessId, both[1].ProcessId);
        Assert.Single(both, azurite => azurite.IsAdopted);
        await both[0].StopAsync();
        await both[1].StopAsync();
    }

    [Fact]
    public async Task StopAsync_ThenStart_KeepsTheData()
    {
        var first = await StartAsync();
        await WriteAsync(first, Azurite.DefaultAccount, "kept");
        await first.StopAsync();

        await using var second = await StartAsync();

        Assert.False(second.IsAdopted);
        Assert.False(second.FollowsUncleanStop);
        Assert.Equal("kept", await ReadAsync(second, Azurite.DefaultAccount));
    }

    [Fact]
    public async Task StartAsync_StartEmpty_StopsTheOldOneAndForgetsItsData()
    {
        var first = await StartAsync();
        await WriteAsync(first, Azurite.DefaultAccount, "old");

        await using var second = await StartAsync(options => options.StartEmpty = true);

        Assert.False(AzuriteProcess.IsAlive(first.ProcessId, _folder.Path));
        Assert.False(await new BlobContainerClient(second.ConnectionString(), "box").ExistsAsync());
    }

    [Fact]
    public async Task StartAsync_AfterAzuriteWasKilled_SaysSo()
    {
        var first = await StartAsync();
        AzuriteProcess.Kill(first.ProcessId);

        await using var second = await StartAsync();

        Assert.True(second.FollowsUncleanStop);
    }

    [Fact]
    public async Task StartAsync_RecordOfAnotherProcess_LeavesThatProcessAlone()
    {
        using var innocent = Process.Start("sleep", "60");
        using var other = new ForeignService();
        var record = new AzuriteInstance(innocent.Id, other.Port, other.Port, other.Port, [Azurite.DefaultAccount], "c2VjcmV0");
        await File.WriteAllTextAsync(_folder.File("instance.json"), record.ToJson());

        await using var azurite = await StartAsync();

        Assert.False(azurite.IsAdopted);
        Assert.False(innocent.HasExited);
        innocent.Kill();
    }

    [Fact]
    public async Task StartAsync_DamagedRecord_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(_folder.File("instance.json"), "{");

        var error = await Assert.ThrowsAsync<LocalToolException>(() => StartAsync());

        Assert.Contains("instance.json", error.Message, StringComparison.Ordinal);
    }

    private Task<Azurite> StartAsync(Action<AzuriteOptions>? change = null)
    {
        var options = new AzuriteOptions { Folder = _folder.Path, BlobPort = 0, QueuePort = 0, TablePort = 0 };
        change?.Invoke(options);
        return Azurite.StartAsync(options, TimeProvider.System, NullLogger.Instance);
    }

    private static async Task WriteAsync(Azurite azurite, string account, string text)
    {
        var container = new BlobContainerClient(azurite.ConnectionString(account), "box");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("blob").UploadAsync(BinaryData.FromString(text), overwrite: true);
    }

    private static async Task<string> ReadAsync(Azurite azurite, string account) =>
        (await new BlobClient(azurite.ConnectionString(account), "box", "blob").DownloadContentAsync()).Value.Content.ToString();

    /// <summary>Answers every request, as some other server on a recorded port would.</summary>
    private sealed class ForeignService : IDisposable
    {
        private readonly HttpListener _listener = new();

        public int Port { get; } = FreePorts.Choose(0)[0];

        public ForeignService()
        {
            _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
            _listener.Start();
            _ = AnswerAsync();
        }

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync()
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                context.Response.Close("It works!"u8.ToArray(), willBlock: false);
            }
        }
    }
}
