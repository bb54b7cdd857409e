using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class SessionStoreTests
{
    [Fact]
    public async Task BeginAsync_Code_OpensASessionUntilItEnds()
    {
        var storage = await AppStorage.TakeAsync();
        var session = await BeginAsync(storage);

        Assert.Equal(new Caller("léa", Role.Operator, Key: session.Split('_')[1]), await Sessions(storage).FindAsync(session, default));
        storage.System.Advance(SessionStore.Lifetime - TimeSpan.FromTicks(1));
        Assert.NotNull(await Sessions(storage).FindAsync(session, default));
        storage.System.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await Sessions(storage).FindAsync(session, default));
    }

    [Fact]
    public async Task BeginAsync_CodeTwiceAtOnce_OpensOneSession()
    {
        var storage = await AppStorage.TakeAsync();
        var code = await Sessions(storage).IssueCodeAsync("léa", Role.Reader, default);

        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Sessions(storage).BeginAsync(code, default)));

        Assert.Single(sessions, session => session is not null);
        Assert.Null(await Sessions(storage).BeginAsync(code, default));
    }

    [Fact]
    public async Task BeginAsync_OldCodeOrWrongSecret_OpensNothing()
    {
        var storage = await AppStorage.TakeAsync();
        var code = await Sessions(storage).IssueCodeAsync("léa", Role.Reader, default);

        Assert.Null(await Sessions(storage).BeginAsync(code[..^43] + new string('A', 43), default));
        Assert.Null(await Sessions(storage).BeginAsync("n'importe quoi", default));
        storage.System.Advance(SessionStore.LifetimeOfCode);
        Assert.Null(await Sessions(storage).BeginAsync(code, default));
    }

    [Fact]
    public async Task FindAsync_SecretOfAnotherKind_IsNobody()
    {
        var storage = await AppStorage.TakeAsync();
        var keys = new KeyStore(storage.Containers, storage.Clocks);
        var key = await keys.IssueAsync("léa", Role.Operator, TimeSpan.FromDays(1), default);
        var session = await BeginAsync(storage);
        var code = await Sessions(storage).IssueCodeAsync("léa", Role.Operator, default);

        foreach (var text in new[] { key, code, "ses" + key[3..], "ses" + code[4..] })
            Assert.Null(await Sessions(storage).FindAsync(text, default));
        foreach (var text in new[] { session, code, "orc" + session[3..], "orc" + code[4..] })
            Assert.Null(await keys.FindAsync(text, default));
    }

    [Fact]
    public async Task EndAsync_Session_OpensNothingAnyMore()
    {
        var storage = await AppStorage.TakeAsync();
        var session = await BeginAsync(storage);

        await Sessions(storage).EndAsync(session, default);
        await Sessions(storage).EndAsync(session, default);

        Assert.Null(await Sessions(storage).FindAsync(session, default));
    }

    [Fact]
    public async Task IssueCodeAsync_Secrets_AreKeptHashedOnly()
    {
        var storage = await AppStorage.TakeAsync();
        var code = await Sessions(storage).IssueCodeAsync("léa", Role.Operator, default);
        var session = await BeginAsync(storage);

        await foreach (var blob in storage.Containers.Sessions.GetBlobsAsync())
        {
            var kept = (await storage.Containers.Sessions.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            Assert.DoesNotContain(code[^43..], kept, StringComparison.Ordinal);
            Assert.DoesNotContain(session[^43..], kept, StringComparison.Ordinal);
        }
    }

    private static async Task<string> BeginAsync(AppStorage storage) =>
        (await Sessions(storage).BeginAsync(await Sessions(storage).IssueCodeAsync("léa", Role.Operator, default), default))!;

    private static SessionStore Sessions(AppStorage storage) => new(storage.Containers, storage.Clocks);
}
