using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Suppressions;

public sealed class MessageFinderTests
{
    [Fact]
    public async Task FindAsync_LinkOfAMessage_IsItsPersonAndChannel()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email), ("P2", null), ("P3", Channel.Sms), ("P4", Channel.Email));
        var finder = await RegisteredAsync(storage);

        Assert.Equal(
            new LinkedMessage(Some.Key, Some.Caisse, "P4", Channel.Email), await finder.FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 1), default));
        Assert.Equal("P3", (await finder.FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 2, 0), default))?.Person);
    }

    [Fact]
    public async Task FindAsync_MessageOfTheSecondPart_IsFound()
    {
        var storage = await AppStorage.TakeAsync();
        var people = Enumerable.Range(1, DecisionWriter.DecisionsPerPart + 1).Select(n => ($"P{n}", (Channel?)(n > DecisionWriter.DecisionsPerPart ? Channel.Email : null)));
        await SomeDecisions.CommitAsync(storage, [.. people]);
        var finder = await RegisteredAsync(storage);

        Assert.Equal("P20001", (await finder.FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 0), default))?.Person);
    }

    [Fact]
    public async Task FindAsync_NoSuchPlaceCaisseOrSend_IsNull()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email));
        var finder = await RegisteredAsync(storage);

        Assert.Null(await finder.FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 1), default));
        Assert.Null(await finder.FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 2, 0), default));
        Assert.Null(await finder.FindAsync(LinkSigner.Reference(Some.Key, "CPAM-02", 1, 0), default));
        Assert.Null(await finder.FindAsync(LinkSigner.Reference(Some.Key, "nowhere", 1, 0), default));
        Assert.Null(await finder.FindAsync(LinkSigner.Reference(Some.OtherKey, Some.Caisse, 1, 0), default));
    }

    [Fact]
    public async Task RegisterAsync_Twice_ChangesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email));
        await RegisteredAsync(storage);

        Assert.NotNull(await (await RegisteredAsync(storage)).FindAsync(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 0), default));
    }

    private static async Task<MessageFinder> RegisteredAsync(AppStorage storage)
    {
        var finder = new MessageFinder(storage.Containers);
        await finder.RegisterAsync(Some.Key, default);
        return finder;
    }
}
