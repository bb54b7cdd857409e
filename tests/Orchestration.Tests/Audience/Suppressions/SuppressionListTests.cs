using Orchestration.Audience.Suppressions;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Suppressions;

public sealed class SuppressionListTests
{
    private const string Mobile = "+33612345678";
    private const string Email = "zoe@exemple.fr";

    [Fact]
    public async Task UnsubscribeAsync_OnePurpose_ClosesThatPersonChannelAndPurposeOnly()
    {
        var storage = await AppStorage.TakeAsync();
        using var list = List(storage);

        await list.UnsubscribeAsync("P1", Channel.Email, Purpose.Promotion, default);
        await list.RefreshAsync(default);

        Assert.Equal(SuppressionKind.Unsubscribed, Find(list, "P1", Email, Channel.Email, Purpose.Promotion)?.Kind);
        Assert.Null(Find(list, "P1", Email, Channel.Email, Purpose.Health));
        Assert.Null(Find(list, "P1", Mobile, Channel.Sms, Purpose.Promotion));
        Assert.Null(Find(list, "P2", Email, Channel.Email, Purpose.Promotion));
    }

    [Theory]
    [InlineData(SuppressionKind.Stop)]
    [InlineData(SuppressionKind.Bounce)]
    [InlineData(SuppressionKind.Complaint)]
    public async Task CloseAddressAsync_AnyKind_ClosesEveryPurposeForWhoeverHasTheAddress(SuppressionKind kind)
    {
        var storage = await AppStorage.TakeAsync();
        using var list = List(storage);

        await list.CloseAddressAsync(Mobile, kind, Channel.Sms, default);
        await list.RefreshAsync(default);

        Assert.All(Enum.GetValues<Purpose>(), purpose => Assert.Equal(kind, Find(list, "P1", Mobile, Channel.Sms, purpose)?.Kind));
        Assert.Equal(kind, Find(list, "P2", Mobile, Channel.Sms, Purpose.Promotion)?.Kind);
        Assert.Null(Find(list, "P1", "+33699999999", Channel.Sms, Purpose.Promotion));
        Assert.Null(Find(list, "P1", Email, Channel.Email, Purpose.Promotion));
    }

    [Fact]
    public async Task RecordAsync_SameThingTwice_IsOneRecordWithItsFirstDate()
    {
        var storage = await AppStorage.TakeAsync();
        using var list = List(storage);
        await list.CloseAddressAsync(Email, SuppressionKind.Bounce, Channel.Email, default);
        storage.Business.Advance(TimeSpan.FromDays(1));

        await list.CloseAddressAsync(Email.ToUpperInvariant(), SuppressionKind.Bounce, Channel.Email, default);

        Assert.Equal(Some.Now, Assert.Single(await RecordsAsync(storage)).At);
    }

    [Fact]
    public async Task RecordAsync_OtherPurposeOrKind_IsAnotherRecord()
    {
        var storage = await AppStorage.TakeAsync();
        using var list = List(storage);

        await list.UnsubscribeAsync("P1", Channel.Email, Purpose.Promotion, default);
        await list.UnsubscribeAsync("P1", Channel.Email, Purpose.Health, default);
        await list.UnsubscribeAsync("P1", Channel.Sms, Purpose.Health, default);

        Assert.Equal(3, (await RecordsAsync(storage)).Count);
    }

    [Fact]
    public async Task RecordAsync_TwoInstancesAtOnce_IsHonouredOnceByBoth()
    {
        var storage = await AppStorage.TakeAsync();
        using var here = List(storage);
        using var there = List(storage.Another());
        storage.Probe.Before("PUT", "comp=appendblock", () => there.CloseAddressAsync(Mobile, SuppressionKind.Stop, Channel.Sms, default));

        await here.CloseAddressAsync(Mobile, SuppressionKind.Stop, Channel.Sms, default);
        await here.RefreshAsync(default);
        await there.RefreshAsync(default);

        Assert.Equal(2, (await RecordsAsync(storage)).Count);
        Assert.NotNull(Find(here, "P1", Mobile, Channel.Sms, Purpose.Health));
        Assert.NotNull(Find(there, "P1", Mobile, Channel.Sms, Purpose.Health));
    }

    [Fact]
    public async Task RefreshAsync_RecordedByAnotherInstance_IsTakenIn()
    {
        var storage = await AppStorage.TakeAsync();
        using var here = List(storage);
        using var there = List(storage.Another());
        await here.RefreshAsync(default);
        await there.UnsubscribeAsync("P1", Channel.Email, Purpose.Promotion, default);
        Assert.Null(Find(here, "P1", Email, Channel.Email, Purpose.Promotion));

        await here.RefreshAsync(default);

        Assert.NotNull(Find(here, "P1", Email, Channel.Email, Purpose.Promotion));
    }

    [Fact]
    public async Task RecordAsync_KilledBeforeTheWrite_TheRepeatRecords()
    {
        var storage = await AppStorage.TakeAsync();
        var first = storage.Another();
        first.Probe.DieBefore("PUT", "comp=appendblock");
        using var dying = List(first);
        await Assert.ThrowsAsync<CrashException>(() => dying.CloseAddressAsync(Mobile, SuppressionKind.Stop, Channel.Sms, default));
        using var list = List(storage);

        await list.CloseAddressAsync(Mobile, SuppressionKind.Stop, Channel.Sms, default);

        Assert.Single(await RecordsAsync(storage));
    }

    [Fact]
    public async Task RecordAsync_AnySuppression_KeepsNoNameAndNoAddress()
    {
        var storage = await AppStorage.TakeAsync();
        using var list = List(storage);

        await list.CloseAddressAsync(Email, SuppressionKind.Bounce, Channel.Email, default);
        await list.UnsubscribeAsync("P1", Channel.Email, Purpose.Promotion, default);

        var log = (await storage.Containers.Suppressions.GetBlobClient("log/000001.ndjson").DownloadContentAsync()).Value.Content.ToString();
        Assert.DoesNotContain("zoe", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("P1", log, StringComparison.Ordinal);
        Assert.Equal(2, log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static SuppressionList List(AppStorage storage) => new(storage.Containers, Some.Hasher, storage.Clocks);

    private static Suppression? Find(SuppressionList list, string person, string address, Channel channel, Purpose purpose) =>
        list.Find(Some.Hasher.OfPerson(person), address, channel, purpose);

    private static async Task<List<Suppression>> RecordsAsync(AppStorage storage)
    {
        using var log = new AppendLog<Suppression>(storage.Containers.Suppressions, "log");
        var records = new List<Suppression>();
        await log.ReadNewAsync(records.Add, default);
        return records;
    }
}
