using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotStoreTests
{
    [Fact]
    public async Task FindAsync_NeverRendered_IsNull() =>
        Assert.Null(await new LotStore((await AppStorage.TakeAsync()).Containers).FindAsync(Some.Lot(), default));

    [Fact]
    public async Task FindAsync_WrittenLot_IsItsAnnouncement()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 2);

        Assert.Equal(lot, await new LotStore(storage.Containers).FindAsync(Some.Lot(), default));
    }

    [Fact]
    public async Task TryWriteAsync_AnotherRunWasFirst_GivesTheFirstAndLeavesItsMessages()
    {
        var storage = await AppStorage.TakeAsync();
        var first = await SomeLot.WriteAsync(storage, 2);

        var second = await SomeLot.WriteAsync(storage, 3);

        Assert.Equal(first, second);
        Assert.Equal(2, (await LotMessages.OpenAsync(storage.Containers, first, default)).Count());
    }

    [Fact]
    public async Task TryWriteAsync_KilledAfterTheWrite_TheRepeatFindsIt()
    {
        var storage = await AppStorage.TakeAsync();
        var dying = storage.Another();
        dying.Probe.DieAfter("PUT", Some.Lot().MessagesPath);
        await Assert.ThrowsAsync<CrashException>(() => SomeLot.WriteAsync(dying, 2));

        var found = await new LotStore(storage.Containers).FindAsync(Some.Lot(), default);

        Assert.Equal(2, found?.Count);
    }

    [Fact]
    public async Task OpenAsync_MessagesOfALot_ComeBackTheSame()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 2);

        var messages = (await LotMessages.OpenAsync(storage.Containers, lot, default)).ToArray();

        Assert.Equivalent(new[] { SomeLot.Message(1), SomeLot.Message(2) }, messages, strict: true);
    }

    [Fact]
    public async Task OpenAsync_OtherContentThanAnnounced_IsRefused()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 2);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => LotMessages.OpenAsync(storage.Containers, lot with { Sha256 = new string('0', 64) }, default));

        Assert.Contains(lot.LotId.ToString(), error.Message, StringComparison.Ordinal);
    }
}
