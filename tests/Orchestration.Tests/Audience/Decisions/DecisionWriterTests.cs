using Orchestration.Audience.Decisions;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Decisions;

public sealed class DecisionWriterTests
{
    private const string Run = "r1";
    private static readonly string[] Fields = ["prenom", "enfants"];

    [Fact]
    public async Task AddAsync_ExactlyTwoLots_MakesTwoLotsOf5000()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 1);

        await WriteAsync(writer, 10_000, _ => Channel.Email);

        Assert.Equal([new LotEntry(1, 0, Channel.Email, 5_000), new LotEntry(2, 0, Channel.Email, 5_000)], writer.Lots);
        Assert.Equal((10_000, 1), (writer.Targeted, writer.Parts));
    }

    [Fact]
    public async Task AddAsync_OneMoreThanALot_OpensAnother()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 1);

        await WriteAsync(writer, 5_001, _ => Channel.Email);

        Assert.Equal([5_000, 1], writer.Lots.Select(lot => lot.Count));
        Assert.Equal(["P5001"], (await RecipientsAsync(storage, 2)).Select(recipient => recipient.Person));
    }

    [Fact]
    public async Task AddAsync_DaysAndChannels_EachLotHasOneOfEachAndNumbersRunFromOne()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 3);

        await WriteAsync(writer, 600, n => n % 2 == 0 ? Channel.Email : Channel.Sms);

        Assert.Equal(Enumerable.Range(1, 6), writer.Lots.Select(lot => lot.Number));
        Assert.Equal(6, writer.Lots.Select(lot => (lot.Day, lot.Channel)).Distinct().Count());
        Assert.Equal(600, writer.Lots.Sum(lot => lot.Count));
    }

    [Fact]
    public async Task CompleteAsync_Decisions_PointAtTheirPlaceInTheirLot()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 2);

        await WriteAsync(writer, 300, n => n % 3 == 0 ? null : n % 3 == 1 ? Channel.Email : Channel.Sms);

        var decisions = await PartAsync(storage, 1);
        Assert.Equal(Enumerable.Range(1, 300).Select(n => $"P{n}"), decisions.Select(decision => decision.Person));
        Assert.Equal(writer.Excluded[ExclusionReason.NoContact], decisions.Count(decision => decision.Excluded is not null));
        foreach (var lot in writer.Lots)
        {
            var people = (await RecipientsAsync(storage, lot.Number)).Select(recipient => recipient.Person).ToArray();
            Assert.Equal(lot.Count, people.Length);
            var placed = decisions.Where(decision => decision.Lot == lot.Number).ToArray();
            Assert.All(placed, decision => Assert.Equal((decision.Person, lot.Channel), (people[decision.Index!.Value], decision.Channel)));
            Assert.Equal(lot.Count, placed.Length);
            Assert.All(people, person => Assert.Equal(lot.Day, Ramp.Day(Some.Key, person, 2)));
        }
    }

    [Fact]
    public async Task AddAsync_MoreThanAPart_StartsAnotherBlob()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 1);

        await WriteAsync(writer, 20_001, _ => null);

        Assert.Equal(2, writer.Parts);
        Assert.Equal(20_000, (await PartAsync(storage, 1)).Count);
        Assert.Equal("P20001", Assert.Single(await PartAsync(storage, 2)).Person);
        Assert.Empty(writer.Lots);
        Assert.Equal([KeyValuePair.Create(ExclusionReason.NoContact, 20_001)], writer.Excluded);
    }

    [Fact]
    public async Task CompleteAsync_Nobody_WritesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 1);

        await writer.CompleteAsync(default);

        Assert.Equal((0, 0, 0), (writer.Targeted, writer.Parts, writer.Lots.Count));
        Assert.DoesNotContain(storage.Probe.Calls, call => call.Path.Contains(Some.Key.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddAsync_Recipient_CarriesTheFieldsOfTheTemplateAndNoOther()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Writer(storage, days: 1);
        var person = SomeDatamart.Person(("id", "P1"), ("prenom", "Zoé"), ("sexe", "F"), ("email", "zoe@exemple.fr"));

        await writer.AddAsync(person, new ChannelChoice(Channel.Email, "zoe@exemple.fr", null), default);
        await writer.CompleteAsync(default);

        var recipient = Assert.Single(await RecipientsAsync(storage, 1));
        Assert.Equal(("P1", "zoe@exemple.fr"), (recipient.Person, recipient.To));
        Assert.Equal(["prenom"], recipient.Fields.Where(field => field.Value is not null).Select(field => field.Key));
        Assert.Equal("Zoé", recipient.Fields["prenom"]);
    }

    private static DecisionWriter Writer(AppStorage storage, int days) => new(storage.Containers, Some.Key, Some.Caisse, Run, days, Fields);

    private static async Task WriteAsync(DecisionWriter writer, int people, Func<int, Channel?> channel)
    {
        for (var n = 1; n <= people; n++)
        {
            var choice = channel(n) is { } chosen ? new ChannelChoice(chosen, "x", null) : new ChannelChoice(null, null, ExclusionReason.NoContact);
            await writer.AddAsync(SomeDatamart.Person(("id", $"P{n}")), choice, default);
        }

        await writer.CompleteAsync(default);
    }

    private static async Task<IReadOnlyList<Decision>> PartAsync(AppStorage storage, int part) =>
        [.. Ndjson.Read<Decision>((await storage.Containers.Decisions
            .GetBlobClient(DecisionPaths.Part(Some.Key, Some.Caisse, Run, part)).DownloadContentAsync()).Value.Content)];

    private static async Task<IReadOnlyList<LotRecipient>> RecipientsAsync(AppStorage storage, int lot) =>
        [.. Ndjson.Read<LotRecipient>((await storage.Containers.Lots
            .GetBlobClient(DecisionPaths.Recipients(Some.Key, Some.Caisse, Run, lot)).DownloadContentAsync()).Value.Content)];
}
