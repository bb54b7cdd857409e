using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Storage;

public sealed class AzuritePackageTests : IDisposable
{
    private const string LockFile = """{ "packages": { "node_modules/azurite": { "version": "3.37.0" } } }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EnsureInstalledAsync_PinnedVersionThere_InstallsNothing()
    {
        await WriteAsync("package-lock.json", LockFile);
        await WriteAsync("node_modules/.package-lock.json", LockFile);

        await Package().EnsureInstalledAsync(CancellationToken.None);

        Assert.Equal([".package-lock.json"], Directory.EnumerateFiles(_folder.File("node_modules")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task EnsureInstalledAsync_NpmFails_ReportsWhatNpmSaid()
    {
        await WriteAsync("package.json", """{ "name": "without-a-lock-file" }""");

        var error = await Assert.ThrowsAsync<LocalToolException>(() => Package().EnsureInstalledAsync(CancellationToken.None));

        Assert.Contains("npm could not install Azurite", error.Message, StringComparison.Ordinal);
        Assert.Contains("package-lock.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureInstalledAsync_OtherVersionThere_Reinstalls()
    {
        await WriteAsync("package-lock.json", LockFile);
        await WriteAsync("node_modules/.package-lock.json", LockFile.Replace("3.37.0", "3.0.0", StringComparison.Ordinal));

        // npm refuses this folder because it has no package.json: that it was asked is what counts.
        await Assert.ThrowsAsync<LocalToolException>(() => Package().EnsureInstalledAsync(CancellationToken.None));
    }

    private AzuritePackage Package() => new(_folder.Path, TimeProvider.System, NullLogger.Instance);

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        await File.WriteAllTextAsync(_folder.File(name), text);
    }
}
