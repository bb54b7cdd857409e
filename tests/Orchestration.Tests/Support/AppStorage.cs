using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Storage;

namespace Orchestration.Tests.Support;

/// <summary>One instance of the app in front of a real storage account of its own, empty at first.</summary>
internal sealed class AppStorage
{
    private readonly TestAccount _account;

    private AppStorage(TestAccount account, FakeClock business, FakeClock system, HttpPipelinePolicy[] policies)
    {
        _account = account;
        (Business, System) = (business, system);
        var settings = new Dictionary<string, string?>
        {
            [StorageAccounts.Exchange] = account.ConnectionString,
            [StorageAccounts.Data] = account.ConnectionString,
        };
        Accounts = new StorageAccounts(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), [Probe, .. policies, new ContainersOnDemand(account.Blobs)]);
        Containers = new Containers(Accounts);
    }

    public StorageProbe Probe { get; } = new();

    public StorageAccounts Accounts { get; }

    public Containers Containers { get; }

    public FakeClock Business { get; }

    public FakeClock System { get; }

    public Clocks Clocks => new(Business, System);

    public static async Task<AppStorage> TakeAsync() =>
        new(await TestStorage.TakeAccountAsync(), new FakeClock(Some.Now), new FakeClock(Some.Now), []);

    /// <summary>Another process of the app, on the same account and clocks: after a crash, or side by side.</summary>
    /// <param name="policies">Between it and the storage, after its probe.</param>
    public AppStorage Another(params HttpPipelinePolicy[] policies) => new(_account, Business, System, policies);
}
