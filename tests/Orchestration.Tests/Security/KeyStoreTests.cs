using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class KeyStoreTests
{
    [Fact]
    public async Task FindAsync_IssuedKey_IsItsCallerUntilItExpires()
    {
        var storage = await AppStorage.TakeAsync();
        var keys = Keys(storage);
        var text = await keys.IssueAsync("léa", Role.Operator, TimeSpan.FromDays(90), default);

        Assert.Equal(new Caller("léa", Role.Operator, Key: text.Split('_')[1]), await keys.FindAsync(text, default));
        storage.System.Advance(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        Assert.NotNull(await keys.FindAsync(text, default));
        storage.System.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await keys.FindAsync(text, default));
    }

    // Business time skips over months in a demo; a key lives in the time of the machine.
    [Fact]
    public async Task FindAsync_BusinessTimeMoves_DoesNotExpireKeys()
    {
        var storage = await AppStorage.TakeAsync();
        var text = await Keys(storage).IssueAsync("léa", Role.Operator, TimeSpan.FromDays(1), default);
        storage.Business.Advance(TimeSpan.FromDays(365));

        Assert.NotNull(await Keys(storage).FindAsync(text, default));
    }

    [Fact]
    public async Task FindAsync_WrongSecretOrUnknownKey_IsNobody()
    {
        var storage = await AppStorage.TakeAsync();
        var text = await Keys(storage).IssueAsync("léa", Role.Operator, TimeSpan.FromDays(1), default);

        Assert.Null(await Keys(storage).FindAsync(text[..^43] + new string('A', 43), default));
        Assert.Null(await Keys(storage).FindAsync("orc_000000000000_" + text[^43..], default));
        Assert.Null(await Keys(storage).FindAsync("n'importe quoi", default));
    }

    [Fact]
    public async Task FindAsync_TwoKeysOfOneCaller_BothLive()
    {
        var storage = await AppStorage.TakeAsync();
        var one = await Keys(storage).IssueAsync("léa", Role.Operator, TimeSpan.FromDays(1), default);
        var other = await Keys(storage).IssueAsync("léa", Role.Operator, TimeSpan.FromDays(2), default);

        Assert.NotNull(await Keys(storage).FindAsync(one, default));
        Assert.NotNull(await Keys(storage).FindAsync(other, default));
    }

    [Fact]
    public async Task IssueAsync_Key_IsKeptWithoutItsSecret()
    {
        var storage = await AppStorage.TakeAsync();
        var text = await Keys(storage).IssueAsync("léa", Role.Operator, TimeSpan.FromDays(1), default);

        var kept = (await storage.Containers.Keys.GetBlobClient($"{ApiKey.Split(text)!.Value.Id}.json").DownloadContentAsync()).Value.Content.ToString();

        Assert.DoesNotContain(text[^43..], kept, StringComparison.Ordinal);
    }

    private static KeyStore Keys(AppStorage storage) => new(storage.Containers, storage.Clocks);
}
