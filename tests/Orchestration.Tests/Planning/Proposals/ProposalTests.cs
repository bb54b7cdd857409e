using Orchestration.Calendars;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning.Proposals;

public sealed class ProposalTests
{
    private static readonly Send Public = Some.Send() with
    {
        Moment = new WaveMoment("ror-v1", WaveEdge.Start, 0, OffsetUnit.Days),
        Places = Places("sends[0]"),
    };

    [Fact]
    public void Plan_WithoutAsking_HasNoProposals() =>
        Assert.All(Planner.Plan(LateStaff(), new PlanningRules(), Some.Now).Problems, problem => Assert.Empty(problem.Proposals));

    [Fact]
    public void LateStaff_IsAdvancedToTheNearestWorkedDayThatHoldsEverywhere()
    {
        var problem = Problem(LateStaff(), ProblemCodes.StaffAfterPublic);

        // The wave begins on Tuesday 27 April: the day before is a Monday.
        var correction = Assert.Single(problem.Proposals[0].Corrections);
        Assert.Equal(new Correction("sends[1]", "at", "ror-v1.start - 1d"), correction);
        Assert.Contains("lundi 26/4", problem.Proposals[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void FullDay_IsSpreadOverAsFewDaysAsHold()
    {
        var problem = Problem(Some.Calendar([Public with { Volume = 10_000_000, Channels = [Orchestration.Messages.Channel.Email] }], Some.Wave()), ProblemCodes.CapacityExceeded);

        Assert.Equal(new Correction("sends[0]", "spread", "2d"), Assert.Single(problem.Proposals[0].Corrections));
    }

    [Fact]
    public void TelevisionOverlap_MovesTheCampaignWithoutSeasonFirst()
    {
        var other = Some.Campaign() with { Id = "mes", Seasonal = false };
        var wave = Some.Wave("mes-v1") with { Campaign = "mes", Places = Places("waves[1]") };
        var calendar = Some.Calendar([Public], Some.Wave() with { Places = Places("waves[0]") }, wave) with { Campaigns = [Some.Campaign(), other] };

        var problem = Problem(calendar, ProblemCodes.TelevisionOverlap);

        Assert.All(problem.Proposals[0].Corrections, correction => Assert.Equal("waves[1]", correction.Path));
        Assert.Equal(["start", "end"], problem.Proposals[0].Corrections.Select(correction => correction.Key));
    }

    [Fact]
    public void Proposals_AreTheSameEachTime() =>
        Assert.Equal(Words(LateStaff()), Words(LateStaff()));

    private static Calendar LateStaff() => Some.Calendar(
        [Public, Public with { Id = "collaborateurs", Population = Orchestration.Audience.Population.Staff, Places = Places("sends[1]") }], Some.Wave());

    private static CalendarProblem Problem(Calendar calendar, string code) => Assert.Single(
        Planner.PlanWithProposals(calendar, Some.Only(code), Some.Now).Problems, problem => problem.Code == code);

    private static IEnumerable<string> Words(Calendar calendar) =>
        [.. Planner.PlanWithProposals(calendar, new PlanningRules(), Some.Now).Problems.SelectMany(problem => problem.Proposals).Select(proposal => proposal.Words)];

    private static SourcePlaces Places(string path) => new(new SourcePlace(1, 1, path), []);
}
