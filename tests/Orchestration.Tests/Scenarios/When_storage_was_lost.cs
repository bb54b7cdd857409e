using System.Collections.Concurrent;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>
/// Azurite that is killed forgets its last moments; the histories of orchestrations do not. Once told so, as at the start after an unclean stop, every caisse
/// looks again at what it believes to be written. Invariant E4: nobody gets a message twice for it.
/// </summary>
public sealed class When_storage_was_lost
{
    private const string Victim = "CPAM-75";
    private const int Everybody = 90;

    /// <summary>The first slot of the victim has begun.</summary>
    private static readonly DateTimeOffset FirstMorning = new(2027, 3, 23, 8, 1, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<Guid> _delivered = new();
    private readonly ConcurrentDictionary<LotId, bool> _struck = new();
    private CampaignApp? _app;

    [Fact]
    public async Task Should_announce_again_a_lot_whose_announcement_vanished()
    {
        await using var app = await StartAsync(lot => Task.FromResult(!Strikes(lot)));
        await app.PlayUntilAsync(FirstMorning);
        Assert.NotEmpty(_struck);
        var before = _delivered.Count;

        var report = await LoseAndPlayToEndAsync(app);

        Assert.InRange(before, 1, Everybody - 1);
        AssertEverybodyOnce(report);
    }

    [Fact]
    public async Task Should_render_again_a_lot_that_vanished_with_its_announcement()
    {
        await using var app = await StartAsync(async lot => !Strikes(lot) || !await DeleteAsync(lot));
        await app.PlayUntilAsync(FirstMorning);

        AssertEverybodyOnce(await LoseAndPlayToEndAsync(app));
    }

    // The announcement is there and what it announces is not: the delivery gives it up, with a reason, until the lot is rendered again.
    [Fact]
    public async Task Should_render_again_a_lot_that_vanished_while_its_announcement_stayed()
    {
        await using var app = await StartAsync(async lot => !Strikes(lot) || await DeleteAsync(lot));
        await app.PlayUntilAsync(FirstMorning);
        var givenUp = await app.Containers.Failures.GetBlobsAsync().CountAsync();

        var report = await LoseAndPlayToEndAsync(app);

        Assert.Equal(_struck.Count, givenUp);
        AssertEverybodyOnce(report);
    }

    // Some of its messages have gone already: the new rendering has them again, and the progress knows them.
    [Fact]
    public async Task Should_not_send_again_what_a_lot_had_sent_before_it_vanished()
    {
        var pause = new Lazy<Task>(() => _app!.ControlAsync(SomeCalendar.Invitation, "pause"));
        await using var app = await StartAsync(_ => Task.FromResult(true), () => pause.Value);
        await app.PlayUntilAsync(FirstMorning);
        var before = _delivered.Count;
        await foreach (var lot in app.Containers.Lots.GetBlobsAsync(prefix: SomeCalendar.Invitation + "/"))
        {
            if (!lot.Name.Contains(".recipients.", StringComparison.Ordinal))
                await app.Containers.Lots.DeleteBlobAsync(lot.Name);
        }

        await app.ControlAsync(SomeCalendar.Invitation, "resume");
        var report = await LoseAndPlayToEndAsync(app);

        Assert.InRange(before, 1, 20);
        AssertEverybodyOnce(report);
    }

    // Nobody noticed: nothing goes out late, and the account says what did not go.
    [Fact]
    public async Task Should_expire_what_nobody_missed()
    {
        await using var app = await StartAsync(lot => Task.FromResult(!Strikes(lot)));

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(_delivered.Count, report.Status.Counts.Delivered);
        Assert.Equal(Everybody - _delivered.Count, report.Status.Counts.Expired);
        Assert.NotEqual(0, report.Status.Counts.Expired);
        Assert.Empty(report.Problems);
    }

    /// <summary>Once for each lot of the victim's first day.</summary>
    private bool Strikes(LotReady lot) => lot.LotId.Caisse == Victim && lot.NotBefore < FirstMorning && _struck.TryAdd(lot.LotId, true);

    /// <summary>The app has been restarted since: it remembers nothing.</summary>
    private async Task<bool> DeleteAsync(LotReady lot)
    {
        _app!.Containers.Recent.Clear();
        return await _app.Containers.Lots.DeleteBlobIfExistsAsync(lot.Blob);
    }

    private async Task<CampaignApp> StartAsync(Func<LotReady, Task<bool>> keeps, Func<Task>? whenDelivered = null) => _app = await CampaignApp.StartReadyAsync(
        TestDatamart.Small(),
        SomeCalendar.Yaml(withStaff: false),
        new CampaignAppSettings
        {
            ChunkSize = 5,
            Announces = keeps,
            Provider = async message =>
            {
                _delivered.Enqueue(message.Id);
                if (whenDelivered is not null)
                    await whenDelivered();
                return SendResult.Delivered;
            },
        });

    private static async Task<SendReport> LoseAndPlayToEndAsync(CampaignApp app)
    {
        await app.Durable.RingAllSendsAsync(new Ring(StorageWasLost: true), CancellationToken.None);
        return await app.PlayToEndAsync(SomeCalendar.Invitation);
    }

    private void AssertEverybodyOnce(SendReport report)
    {
        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Delivered, Everybody), report.Status.Counts);
        Assert.Equal((Everybody, Everybody), (_delivered.Count, _delivered.Distinct().Count()));
        Assert.Empty(report.Problems);
    }
}
