using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Storage;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AcquireAsync_Held_TellsOnceAndWaitsForTheHolder()
    {
        var calls = new Calls();
        var first = await FileLock.AcquireAsync(_folder.File("lock"), TimeProvider.System, onWait: null, CancellationToken.None);

        var second = FileLock.AcquireAsync(_folder.File("lock"), TimeProvider.System, () => calls.Add("waiting"), CancellationToken.None);
        Assert.Equal("waiting", await calls.NextAsync());
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
        calls.AssertNoMore();
    }

    [Fact]
    public async Task AcquireAsync_NoSuchFolder_FailsInsteadOfWaiting() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            FileLock.AcquireAsync(_folder.File("nowhere/lock"), TimeProvider.System, onWait: null, CancellationToken.None));
}
