using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning.Checks;

/// <summary>What campaigns, their waves and their letters must be, one rule at a time.</summary>
public sealed class CampaignChecksTests
{
    private static readonly Send Public = Some.Send();
    private static readonly Send Professionals = Some.Send("professionnels") with { Population = Population.Professionals };

    [Fact]
    public void Mirror_PublicWithoutProfessionals_Warns()
    {
        Assert.Equal(["ror"], Subjects(ProblemCodes.MirrorMissing, Some.Calendar([Public], Some.Wave())));
        Assert.Empty(Subjects(ProblemCodes.MirrorMissing, Some.Calendar([Public, Professionals], Some.Wave())));
        Assert.Empty(Subjects(ProblemCodes.MirrorMissing, Some.Calendar([Professionals], Some.Wave())));
    }

    [Theory]
    [InlineData(CampaignScale.Large, 1, Media.Tv, Media.Digital)]
    [InlineData(CampaignScale.Large, 1, Media.Digital, Media.Radio)]
    [InlineData(CampaignScale.Large, 0, Media.Tv, Media.Digital, Media.Press)]
    [InlineData(CampaignScale.Medium, 0, Media.Digital)]
    public void MediaBase_LargeCampaign_StandsOnTelevisionAndDigitalWithAThird(CampaignScale scale, int problems, params Media[] media)
    {
        var calendar = With(Some.Campaign() with { Scale = scale }, [Public], Some.Wave() with { Media = media });

        Assert.Equal(problems, Problems(ProblemCodes.MediaBase, calendar).Count);
    }

    [Theory]
    [InlineData(false, 83, 1)]
    [InlineData(false, 84, 0)]
    [InlineData(true, 10, 0)]
    public void TwoWaves_WithoutSeason_AreTwelveWeeksApart(bool isSeasonal, int days, int problems)
    {
        var first = Some.Wave();
        var second = Some.Wave("ror-v2") with { Start = first.End.AddDays(days + 1), End = first.End.AddDays(days + 15) };

        Assert.Equal(problems, Problems(ProblemCodes.TwoWaves, With(Some.Campaign() with { Seasonal = isSeasonal }, [Public], first, second)).Count);
    }

    [Fact]
    public void TwoWaves_OnlyOneWithoutSeason_Warns() =>
        Assert.Single(Problems(ProblemCodes.TwoWaves, With(Some.Campaign() with { Seasonal = false }, [Public], Some.Wave())));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 0)]
    public void Television_TwoLargeCampaignsAtOnce_Warns(int days, int problems)
    {
        var other = Some.Campaign() with { Id = "grippe" };
        var wave = Some.Wave("grippe-v1") with { Campaign = "grippe", Start = Some.Wave().Start.AddDays(days), End = Some.Wave().End.AddDays(days) };
        var calendar = Some.Calendar([Public], Some.Wave(), wave) with { Campaigns = [Some.Campaign(), other] };

        Assert.Equal(problems, Problems(ProblemCodes.TelevisionOverlap, calendar).Count);
        Assert.Empty(Problems(ProblemCodes.TelevisionOverlap, calendar with { Campaigns = [Some.Campaign(), other with { Scale = CampaignScale.Medium }] }));
    }

    [Theory]
    [InlineData("2027-04-19", "vaccination", 0)]
    [InlineData("2027-04-20", "vaccination", 1)]
    [InlineData("2027-05-22", "vaccination", 1)]
    [InlineData("2027-05-24", "vaccination", 0)]
    [InlineData("2027-05-03", "autre", 0)]
    public void Local_OnTheThemeOfANationalWave_KeepsItsDistance(string date, string theme, int problems)
    {
        var calendar = Local(date, theme);

        Assert.Equal(problems, Problems(ProblemCodes.LocalCollision, calendar).Count);
        Assert.All(Problems(ProblemCodes.LocalCollision, calendar), problem => Assert.Equal((Severity.Error, "A5, ligne 82"), (problem.Severity, problem.Source)));
    }

    [Fact]
    public void Local_WithAWaiver_OnlyWarnsAndQuotesIt()
    {
        var calendar = Local("2027-05-03", "vaccination");
        var waived = calendar with { Sends = [.. calendar.Sends.Select(send => send with { Waiver = "accord du national" })] };

        var problem = Assert.Single(Problems(ProblemCodes.LocalCollision, waived));
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("accord du national", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-12-01", 0)]
    public void Review_Rebroadcast_WasReviewedLately(string? reviewed, int problems)
    {
        var campaign = Some.Campaign() with { Lifecycle = CampaignLifecycle.Rebroadcast, Reviewed = reviewed is null ? null : DateOnly.Parse(reviewed, null) };

        Assert.Equal(problems, Problems(ProblemCodes.ContentReview, With(campaign, [Public])).Count);
        Assert.Empty(Problems(ProblemCodes.ContentReview, With(campaign with { Lifecycle = CampaignLifecycle.Creation }, [Public])));
    }

    [Theory]
    [InlineData("2027-04-25", 0)]
    [InlineData("2027-04-26", 1)]
    public void Letter_OfTheNetwork_PrecedesTheFirstSend(string letter, int problems) => Assert.Equal(
        problems, Problems(ProblemCodes.LetterLate, With(Some.Campaign() with { Letter = DateOnly.Parse(letter, null) }, [Public])).Count);

    private static Calendar Local(string date, string theme)
    {
        var local = Some.Campaign() with { Id = "locale", Type = CampaignType.Custom, Theme = theme, Caisses = ["CPAM-75"] };
        var send = Some.Send("local") with { Campaign = "locale", Moment = new FixedMoment(DateOnly.Parse(date, null)) };
        return Some.Calendar([send], Some.Wave()) with { Campaigns = [Some.Campaign(), local] };
    }

    private static Calendar With(Campaign campaign, IReadOnlyList<Send> sends, params IReadOnlyList<MediaWave> waves) =>
        Some.Calendar(sends, waves) with { Campaigns = [campaign] };

    private static IReadOnlyList<CalendarProblem> Problems(string code, Calendar calendar) =>
        [.. Planner.Plan(calendar, Some.Only(code), Some.Now).Problems.Where(problem => problem.Code == code)];

    private static IEnumerable<string> Subjects(string code, Calendar calendar) =>
        Problems(code, calendar).Select(_ => calendar.Campaigns[0].Id);
}
