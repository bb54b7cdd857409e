using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Visas;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Journeys;

public sealed class JourneyActivitiesTests
{
    private static readonly DateOnly Friday = new(2027, 4, 30);
    private static readonly SendKey FridaysKey = SendKey.Create(JourneyStage.Calendar, "ror", "majorite", "2027-04-30");

    [Fact]
    public async Task OpenJourneys_NextDay_IsTheFirstThatACaisseMayStillPrepareAndAMonthFollows()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");

        var outlook = await stage.OpenAsync();

        var window = outlook.Window!;
        Assert.Equal((new DateOnly(2027, 4, 28), new DateOnly(2027, 5, 28)), (window.First, window.Last));
        Assert.Equal([Some.Caisse], window.Caisses);
        Assert.Equal(new DateTimeOffset(2027, 5, 28, 4, 0, 0, TimeSpan.Zero), outlook.NextAt);
        Assert.Equal(FridaysKey.Series, Assert.Single(await new VisaStore(stage.Storage.Containers, stage.Storage.Clocks).PendingAsync(default)).Send.Series);
    }

    [Fact]
    public async Task OpenJourneys_EveningHasCome_BeginsTheDayAfter()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");

        Assert.Equal(new DateOnly(2027, 4, 29), (await stage.OpenAsync(now: new DateTimeOffset(2027, 4, 27, 16, 0, 0, TimeSpan.Zero))).Window!.First);
    }

    [Theory]
    [InlineData("2027-12-30T16:59:00Z", false)]
    [InlineData("2027-12-30T17:00:00Z", true)]
    public async Task OpenJourneys_AroundTheLastEvening_IsOverWhenItHasCome(string now, bool isOver)
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");

        Assert.Equal(isOver, (await stage.OpenAsync(now: DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))).IsOver);
    }

    [Fact]
    public async Task OpenJourneys_LaterRevisionApplied_IsOver()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await stage.AddAsync();

        Assert.Equal((true, "remplacés par ceux de la révision 2"), (await stage.OpenAsync()) is { } outlook ? (outlook.IsOver, outlook.Why) : default);
    }

    [Fact]
    public async Task Search_FewPeople_FindsTheirDaysAndNoOther()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30", "2009-04-30", "2009-05-02", "2009-07-14", "1990-01-01", "");
        await using var engine = await JourneyStage.StartEngineAsync();

        var days = await stage.SearchAsync(engine.Client, (await stage.OpenAsync()).Window!);

        Assert.Equal([Friday, new DateOnly(2027, 5, 2)], days.Select(day => day.Date));
        Assert.Equal(new DateTimeOffset(2027, 4, 29, 15, 0, 0, TimeSpan.Zero), days[0].StartAt);
        Assert.Empty(await stage.Sends.KeysAsync(JourneyStage.Calendar, default));
    }

    [Fact]
    public async Task Search_NobodyAtAll_WritesNothingPerCaisse()
    {
        var stage = await JourneyStage.ReadyAsync("1990-01-01");
        await using var engine = await JourneyStage.StartEngineAsync();

        Assert.Empty(await stage.SearchAsync(engine.Client, (await stage.OpenAsync()).Window!));
        Assert.DoesNotContain(stage.Storage.Probe.Calls, call => call.Method == "PUT" && call.Path.Contains("/caisses/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("days.json", true)]
    [InlineData("days.json", false)]
    public async Task GatherDays_KilledAroundItsRecord_TheRepeatFindsTheSame(string request, bool before)
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        var doomed = stage.Storage.Another();
        if (before)
            doomed.Probe.DieBefore("PUT", request);
        else
            doomed.Probe.DieAfter("PUT", request);
        await Assert.ThrowsAsync<CrashException>(() => new JourneyStage(doomed).SearchAsync(engine.Client, window));

        Assert.Equal([Friday], (await stage.SearchAsync(engine.Client, window)).Select(day => day.Date));
        Assert.Equal([Friday], (await stage.SearchAsync(engine.Client, window)).Select(day => day.Date));
    }

    [Theory]
    [InlineData("majorite.2027-04-30.json", true)]
    [InlineData("majorite.2027-04-30.json", false)]
    [InlineData("links/", true)]
    [InlineData("links/", false)]
    public async Task StartDay_KilledOnTheWay_TheRepeatStartsItOnce(string request, bool before)
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        var doomed = stage.Storage.Another();
        if (before)
            doomed.Probe.DieBefore("PUT", request);
        else
            doomed.Probe.DieAfter("PUT", request);
        await Assert.ThrowsAsync<CrashException>(() => new JourneyStage(doomed).StartAsync(engine.Client, window, Friday));

        await stage.StartAsync(engine.Client, window, Friday);

        Assert.Equal([FridaysKey.Value], await InstancesAsync(engine));
        var record = await stage.Sends.ReadAsync(FridaysKey, default);
        Assert.Equal((true, false, Friday), (record.Started, record.Withdrawn, record.Plan.Reference));
    }

    // A later revision was applied while this one was about to start a day.
    [Fact]
    public async Task StartDay_Superseded_StartsNothing()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.AddAsync();

        await stage.StartAsync(engine.Client, window, Friday);

        Assert.Empty(await InstancesAsync(engine));
    }

    [Fact]
    public async Task Search_NewerDatamartWithoutThem_WithdrawsTheDay()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.StartAsync(engine.Client, window, Friday);

        await stage.DeliverAsync("1990-01-01", "2009-05-04");
        var again = (await stage.OpenAsync()).Window!;
        var days = await stage.SearchAsync(engine.Client, again, scan: 1);

        Assert.NotEqual(window.Path, again.Path);
        Assert.Equal([new DateOnly(2027, 5, 4)], days.Select(day => day.Date));
        Assert.True((await stage.Sends.ReadAsync(FridaysKey, default)).Withdrawn);
        Assert.Equal("rung", (await engine.CompletionAsync(FridaysKey.Value)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task AlignAsync_JourneyChanged_ItsStartedDaysFollow()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.StartAsync(engine.Client, window, Friday);
        var changed = await stage.AddAsync(JourneyStage.Journey with { Model = JourneyStage.Journey.Model with { Priority = 10 } });

        await stage.AlignAsync(engine.Client, changed);

        var record = await stage.Sends.ReadAsync(FridaysKey, default);
        Assert.Equal((10, 2, false), (record.Plan.Priority, record.Revision, record.Withdrawn));
    }

    [Fact]
    public async Task AlignAsync_JourneyGone_ItsStartedDaysAreWithdrawn()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.StartAsync(engine.Client, window, Friday);

        await stage.AlignAsync(engine.Client, await stage.AddAsync());

        Assert.True((await stage.Sends.ReadAsync(FridaysKey, default)).Withdrawn);
    }

    // A send becomes a journey under the same name: its own occurrence is withdrawn, the days of the journey are not.
    [Fact]
    public async Task RevisionChanges_JourneyInPlaceOfASend_AreItsOccurrenceAndNoDay()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var once = SendKey.Create(JourneyStage.Calendar, "ror", "majorite", "1");
        await stage.Sends.PlanAsync(Some.Plan() with { Key = once }, 1, default);
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.StartAsync(engine.Client, window, Friday);

        var changes = await RevisionChanges.ReadAsync(await stage.AddAsync(JourneyStage.Journey), stage.Sends, default);

        Assert.Equal([once], changes.Keys);
        Assert.Empty(changes.Planned);
    }

    // And back: what was a day of the journey is an edition of the send now.
    [Fact]
    public async Task AlignAsync_SendInPlaceOfAJourney_LeavesItsEditionsAlone()
    {
        var stage = await JourneyStage.ReadyAsync("2009-04-30");
        await using var engine = await JourneyStage.StartEngineAsync();
        var window = (await stage.OpenAsync()).Window!;
        await stage.SearchAsync(engine.Client, window);
        await stage.StartAsync(engine.Client, window, Friday);
        var edition = Some.Plan() with { Key = FridaysKey };
        var revision = (await stage.AddAsync()) with { Sends = [edition] };

        await stage.Sends.PlanAsync(edition, revision.Number, default);
        await stage.AlignAsync(engine.Client, revision);

        var record = await stage.Sends.ReadAsync(FridaysKey, default);
        Assert.Equal((null, false, "true"), (record.Scan, record.Withdrawn, record.Plan.Criterion));
    }

    private static async Task<IReadOnlyList<string>> InstancesAsync(TestEngine engine) =>
        [.. await engine.Client.GetAllInstancesAsync(new OrchestrationQuery()).Select(instance => instance.InstanceId).ToArrayAsync()];
}
