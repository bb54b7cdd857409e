using Orchestration.Local;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>The folder of one demo; both demos of a comparison have the same secrets, so that their links are the same.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DemoFolder(DemoFolder? twin = null)
    {
        LocalSecrets.Of(Path);
        if (twin is not null)
            File.Copy(System.IO.Path.Combine(twin.Path, "secrets.json"), System.IO.Path.Combine(Path, "secrets.json"), overwrite: true);
    }

    public string Path => _folder.Path;

    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    /// <summary>An Azurite that a killed demo left behind is stopped.</summary>
    public void Dispose()
    {
        var storage = new AzuriteOptions { Folder = System.IO.Path.Combine(Path, "azurite"), StartEmpty = true };
        Azurite.StartAsync(storage, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).GetAwaiter().GetResult()
            .StopAsync().GetAwaiter().GetResult();
        _folder.Dispose();
    }
}
