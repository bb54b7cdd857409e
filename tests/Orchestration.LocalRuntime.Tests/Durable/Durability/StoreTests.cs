using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

public sealed class StoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "orchestration.db");

    [Fact]
    public async Task Open_StoreInUse_IsRefusedUntilItIsClosed()
    {
        var first = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreInUseException>(() => OpenAsync());
        await first.StopAsync(CancellationToken.None);
        await using var second = await OpenAsync();

        Assert.Contains(Database, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TwoHubsInOneFolder_AreApart()
    {
        await using var first = await OpenAsync(options => options.HubName = "first");
        await using var second = await OpenAsync(options => options.HubName = "second");

        await first.Client.ScheduleNewOrchestrationInstanceAsync("Main");

        Assert.Equal(0, await second.Client.GetAllInstancesAsync().CountAsync());
        Assert.Equal("second", second.Client.Name);
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefused()
    {
        await (await OpenAsync()).StopAsync(CancellationToken.None);
        Execute("PRAGMA user_version = 1000");

        var refused = await Assert.ThrowsAsync<StoreException>(() => OpenAsync());

        Assert.Contains("schema version 1000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_OlderSchema_IsMigratedStepByStep()
    {
        using var connection = Connect();
        StoreSchema.Apply(connection, Database, ["CREATE TABLE a (x)"]);
        Execute("INSERT INTO a VALUES (1)");

        StoreSchema.Apply(connection, Database, ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y", "UPDATE a SET y = x + 1"]);

        Assert.Equal(2L, Execute("SELECT y FROM a"));
        Assert.Equal(3L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public void Apply_MigrationFails_TheStoreStaysAsItWas()
    {
        using var connection = Connect();
        StoreSchema.Apply(connection, Database, ["CREATE TABLE a (x)"]);

        Assert.Throws<SqliteException>(
            () => StoreSchema.Apply(connection, Database, ["CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE a (x)"]));

        Assert.Equal(1L, Execute("PRAGMA user_version"));
        Assert.Equal(0L, Execute("SELECT count(*) FROM sqlite_master WHERE name = 'b'"));
    }

    [Fact]
    public async Task Open_NotADatabase_IsReportedAndLeftAlone()
    {
        await File.WriteAllTextAsync(Database, new string('x', 10_000));

        var corrupted = await Assert.ThrowsAsync<StoreCorruptedException>(() => OpenAsync());

        Assert.Contains(Database, corrupted.Message, StringComparison.Ordinal);
        Assert.Contains("MoveCorruptedStoreAside", corrupted.Message, StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(Database).Length);
    }

    [Fact]
    public async Task Open_NotADatabaseToBeMovedAside_BeginsWithAnEmptyStore()
    {
        await File.WriteAllTextAsync(Database, new string('x', 10_000));

        await using var engine = await OpenAsync(options => options.MoveCorruptedStoreAside = true);

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main");
        Assert.Equal(10_000, new FileInfo(Assert.Single(Directory.GetFiles(_folder.Path, "*.corrupted-*"))).Length);
    }

    [Fact]
    public async Task Open_OtherKindOfTime_IsRefused()
    {
        await (await OpenAsync()).StopAsync(CancellationToken.None);

        var refused = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(time: new SkippingBusinessTime(TestEngine.Begin)));

        Assert.Contains("real time", refused.Message, StringComparison.Ordinal);
        Assert.Contains("skipping time", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Failed_LetsTheLockGo()
    {
        await File.WriteAllTextAsync(Database, new string('x', 10_000));
        await Assert.ThrowsAsync<StoreCorruptedException>(() => OpenAsync());
        File.Delete(Database);

        await using var engine = await OpenAsync();
    }

    [Fact]
    public async Task Start_Twice_Throws()
    {
        await using var engine = await OpenAsync();
        await engine.StartAsync(CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Schedule_BeforeTheStart_HappensOnceAfterIt()
    {
        var calls = 0;
        var registry = new TaskRegistry();
        registry.Activity<int, int>("Count", value => value + Interlocked.Increment(ref calls));
        registry.Orchestrator("Main", async context =>
        {
            var first = await context.WaitForExternalEvent<int>("number");
            return await context.CallActivityAsync<int>("Count", first + await context.WaitForExternalEvent<int>("number"));
        });
        await using var engine = await OpenAsync(registry: registry);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main");
        await engine.Client.RaiseEventAsync(id, "number", 1);
        await engine.Client.RaiseEventAsync(id, "number", 3);
        Assert.True(((IWorkSource)engine).IsBusy);

        await engine.StartAsync(CancellationToken.None);

        var completed = await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TestEngine.Patience);
        Assert.Equal(5, completed.ReadOutputAs<int>());
        Assert.Equal(1, calls);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private Task<DurableEngine> OpenAsync(
        Action<DurableEngineOptions>? configure = null, BusinessTime? time = null, TaskRegistry? registry = null)
    {
        var options = new DurableEngineOptions { DataFolder = _folder.Path };
        configure?.Invoke(options);
        return DurableEngine.OpenAsync(options, registry ?? new TaskRegistry(), time ?? new RealBusinessTime(), NullLoggerFactory.Instance);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private object? Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
