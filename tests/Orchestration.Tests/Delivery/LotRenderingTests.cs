using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Tests.Messages.Templates;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotRenderingTests
{
    [Fact]
    public async Task RenderAsync_Recipients_GetTheirMessageInOrderUnderTheirOwnId()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1), RenderingBench.Recipient(2, "Noé"));
        using var bench = new RenderingBench(storage);

        var lot = await bench.RenderAsync(content);

        var messages = await bench.MessagesAsync(lot);
        Assert.Equal([Some.MessageIdOf(1), Some.MessageIdOf(2)], messages.Select(message => message.Id));
        Assert.Equal(["Zoé, votre compte", "Noé, votre compte"], messages.Select(message => message.Subject));
        Assert.All(messages, message => Assert.Equal((content, Some.Key.Value, Some.Caisse), (message.Meta.Content, message.Meta.SendKey, message.Meta.Caisse)));
        Assert.Equal((2, Some.Slot.Start, Some.ExpiresAt, Some.Lot().MessagesPath), (lot.Count, lot.NotBefore, lot.ExpiresAt, lot.Blob));
    }

    [Fact]
    public async Task RenderAsync_Message_LinksToItsPlaceInTheLotAndNamesNobody()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1), RenderingBench.Recipient(2));
        using var bench = new RenderingBench(storage);

        var message = (await bench.MessagesAsync(await bench.RenderAsync(content)))[1];

        var link = message.Headers!["List-Unsubscribe"].Trim('<', '>');
        Assert.Equal(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 1), SomeLinks.Signer().Verify(link[(link.LastIndexOf('/') + 1)..]));
        Assert.Equal(Some.Hasher.OfPerson("P2"), message.Meta.Person);
        Assert.DoesNotContain("P2", System.Text.Encoding.UTF8.GetString(OutgoingMessageJson.Write(message)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_OneSuppressedSinceTheDecision_IsWithheldAndTheOthersKeepTheirPlace()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, [.. Enumerable.Range(1, 3).Select(person => RenderingBench.Recipient(person))]);
        using var bench = new RenderingBench(storage);
        using var elsewhere = new SuppressionList(storage.Another().Containers, Some.Hasher, storage.Clocks);
        await elsewhere.CloseAddressAsync(SomeLot.Address(2), SuppressionKind.Bounce, Channel.Email, default);

        var lot = await bench.RenderAsync(content);

        var messages = await bench.MessagesAsync(lot);
        Assert.Equal([Some.MessageIdOf(1), Some.MessageIdOf(3)], messages.Select(message => message.Id));
        Assert.Equal([(Some.MessageIdOf(2), DeliveryStatus.Withheld, ExclusionReason.Bounce)], await bench.WithheldAsync(lot));
        var link = messages[1].Headers!["List-Unsubscribe"].Trim('<', '>');
        Assert.Equal(2, SomeLinks.Signer().Verify(link[(link.LastIndexOf('/') + 1)..])?.Index);
    }

    [Fact]
    public async Task RenderAsync_RefusedByTheTemplate_IsWithheldWithItsReason()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1, prenom: null), RenderingBench.Recipient(2));
        using var bench = new RenderingBench(storage);

        var lot = await bench.RenderAsync(content);

        Assert.Equal(1, lot.Count);
        Assert.Equal([(Some.MessageIdOf(1), DeliveryStatus.Withheld, ExclusionReason.FieldMissing)], await bench.WithheldAsync(lot));
    }

    [Fact]
    public async Task RenderAsync_EverybodyWithheld_IsAnEmptyLot()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1, prenom: null));
        using var bench = new RenderingBench(storage);

        var lot = await bench.RenderAsync(content);

        Assert.Equal(0, lot.Count);
        Assert.Empty(await bench.MessagesAsync(lot));
    }

    [Fact]
    public async Task RenderAsync_InAnotherProcessOnTheSameDay_GivesTheSameBytes()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1), RenderingBench.Recipient(2));
        using var first = new RenderingBench(storage);
        var lot = await first.RenderAsync(content);
        await storage.Containers.Lots.DeleteBlobAsync(lot.Blob);
        storage.Business.Advance(TimeSpan.FromHours(3));
        using var second = new RenderingBench(storage.Another());

        Assert.Equal(lot, await second.RenderAsync(content));
    }

    [Fact]
    public async Task RenderAsync_AnotherRunWasFirst_ItsLotStandsWithItsWithheld()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1), RenderingBench.Recipient(2));
        using var first = new RenderingBench(storage);
        var lot = await first.RenderAsync(content);
        await first.Suppressions.UnsubscribeAsync("P1", Channel.Email, Purpose.Promotion, default);
        using var second = new RenderingBench(storage.Another());

        Assert.Equal(lot, await second.RenderAsync(content));
        Assert.Empty(await second.WithheldAsync(lot));
    }

    [Fact]
    public async Task RenderAsync_KilledBetweenWithheldAndLot_TheRepeatAgreesWithItself()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1, prenom: null), RenderingBench.Recipient(2), RenderingBench.Recipient(3));
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", Some.Lot().MessagesPath);
        using var dying = new RenderingBench(doomed);
        await Assert.ThrowsAsync<CrashException>(() => dying.RenderAsync(content));
        using var heir = new RenderingBench(storage);
        await heir.Suppressions.UnsubscribeAsync("P2", Channel.Email, Purpose.Promotion, default);

        var lot = await heir.RenderAsync(content);

        Assert.Equal([Some.MessageIdOf(3)], (await heir.MessagesAsync(lot)).Select(message => message.Id));
        Assert.Equal([Some.MessageIdOf(1), Some.MessageIdOf(2)], (await heir.WithheldAsync(lot)).Select(outcome => outcome.Id));
    }

    // What has its visa is rendered, whatever the library became meanwhile.
    [Fact]
    public async Task RenderAsync_LibraryHasMovedOn_RendersTheContentOfTheHash()
    {
        var storage = await AppStorage.TakeAsync();
        var content = await SomeLibrary.PublishedContentAsync(storage);
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1));
        await SomeLibrary.PublishAsync(storage, SomePackage.Files("subject.sbntxt", "Autre objet\n"));
        using var bench = new RenderingBench(storage);

        Assert.Equal("Zoé, votre compte", Assert.Single(await bench.MessagesAsync(await bench.RenderAsync(content))).Subject);
    }

    [Fact]
    public async Task RenderAsync_NeitherContentNorDecisions_IsRefused()
    {
        using var bench = new RenderingBench(await AppStorage.TakeAsync());

        await Assert.ThrowsAsync<MissingBlobException>(() => bench.RenderAsync(null));
    }
}
