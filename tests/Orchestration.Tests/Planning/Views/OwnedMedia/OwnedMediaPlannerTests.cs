using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Planning.Views.OwnedMedia;

namespace Orchestration.Tests.Planning.Views.OwnedMedia;

public sealed class OwnedMediaPlannerTests
{
    [Fact]
    public void Plan_CampaignWithEverything_GivesEachMediumItsDates()
    {
        var staff = Some.Send("collaborateurs") with { Population = Population.Staff, Moment = new WaveMoment("ror-v1", WaveEdge.Start, -7, OffsetUnit.Days) };
        var again = staff with { Id = "rappel", Moment = new WaveMoment("ror-v1", WaveEdge.Start, -1, OffsetUnit.Days) };
        var letter = Some.Send("lettre") with { Inserts = ["ror", "autre"] };
        var calendar = Some.Calendar([again, letter, staff], Some.Wave()) with
        {
            Campaigns = [Some.Campaign() with { Letter = new(2027, 3, 30), Article = "https://www.ameli.fr/ror" }],
        };

        var plan = Plan(calendar);

        Assert.Equal([new("ror", "Rougeole", new(2027, 3, 30))], plan.Letters);
        Assert.Equal([new("ror", "Rougeole", "https://www.ameli.fr/ror", new DateOnly(2027, 4, 26))], plan.Articles);
        Assert.Equal(("essai-2027.ror.collaborateurs.1", new DateOnly(2027, 4, 20)), (Assert.Single(plan.Previews).Send.Value, plan.Previews[0].Date));
        var inserts = Assert.Single(plan.Inserts);
        Assert.Equal("essai-2027.ror.lettre.1", inserts.Newsletter.Value);
        Assert.Equal(["ror", "autre"], inserts.Campaigns);
    }

    [Fact]
    public void Plan_CampaignWithoutWave_HasNoPreview() =>
        Assert.Empty(Plan(Some.Calendar([Some.Send() with { Population = Population.Staff }])).Previews);

    private static OwnedMediaPlan Plan(Calendar calendar) =>
        OwnedMediaPlanner.Plan(calendar, Planner.Plan(calendar, new PlanningRules(), Some.Now).Sends);
}
