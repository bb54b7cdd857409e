using System.Globalization;
using System.Text;
using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Calendars;

/// <summary>The year of domain.md D: whole, with its dates, and mended.</summary>
public sealed class SampleYearTests
{
    private static readonly DateTimeOffset Autumn = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly PlanningRules Pressure = Held(Planning.Some.Only(ProblemCodes.Pressure));
    private static readonly Lazy<CalendarPlan> First = new(() => Plan(SampleYear.First));
    private static readonly Lazy<CalendarPlan> Corrected = new(() => Plan(SampleYear.Corrected));

    /// <summary>The campaigns of section D, 1 to 15, with the publics and the number of sends that its column « Étapes » asks for.</summary>
    public static TheoryData<string, Population[], int> Campaigns => new()
    {
        { "grippe-2027", [Population.Professionals, Population.Staff, Population.Insured], 10 },
        { "mt-dents-2027", [Population.Professionals, Population.Staff, Population.Insured], 8 },
        { "mes-2027", [Population.Professionals, Population.Staff, Population.Insured], 8 },
        { "insuffisance-cardiaque-2027", [Population.Professionals, Population.Staff, Population.Insured], 8 },
        { "c2s-2027", [Population.Staff, Population.Insured], 4 },
        { "bon-usage-2027", [Population.Professionals, Population.Staff], 4 },
        { "jeunes-2027", [Population.Staff, Population.Insured], 5 },
        { "compte-ameli-2027", [Population.Staff, Population.Insured], 3 },
        { "carte-vitale-2027", [Population.Insured], 1 },
        { "appli-carte-vitale-auvergne-2027", [Population.Professionals, Population.Staff, Population.Insured], 4 },
        { "maternite-2027", [Population.Insured], 6 },
        { "mon-soutien-psy-2027", [Population.Professionals, Population.Staff, Population.Insured], 5 },
        { "mon-test-ist-2027", [Population.Professionals, Population.Staff, Population.Insured], 6 },
        { "depistage-cancers-2027", [Population.Professionals, Population.Staff, Population.Insured], 6 },
        { "ror-2027", [Population.Professionals, Population.Staff, Population.Insured], 6 },
    };

    [Fact]
    public void Read_TheYearAsFirstWanted_HasNoProblem() => Assert.Empty(SampleYear.First.Problems.Select(Line));

    [Fact]
    public void Read_TheCorrectedYear_HasNoProblem() => Assert.Empty(SampleYear.Corrected.Problems.Select(Line));

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void Calendar_EachCampaignOfSectionD_IsWhole(string campaign, Population[] publics, int sends)
    {
        foreach (var calendar in new[] { SampleYear.First.Calendar!, SampleYear.Corrected.Calendar! })
        {
            var own = calendar.Sends.Where(send => send.Campaign == campaign).ToList();

            Assert.Equal(publics.Order(), own.Select(send => send.Population).Distinct().Order());
            Assert.Equal(sends, own.Count);
        }
    }

    [Theory]
    [InlineData("grippe-2027.professionnels", "21/9/2027")]
    [InlineData("grippe-2027.collaborateurs", "5/10/2027")]
    [InlineData("grippe-2027.invitation", "12/10/2027", "13/10/2027", "14/10/2027", "15/10/2027")]
    [InlineData("grippe-2027.enceintes", "12/10/2027")]
    [InlineData("grippe-2027.enceintes-relance", "12/11/2027")]
    [InlineData("grippe-2027.relance-janvier", "11/1/2028")]
    [InlineData("mt-dents-2027.professionnels-v1", "22/2/2027")]
    [InlineData("mt-dents-2027.professionnels-v2", "16/8/2027")]
    [InlineData("mt-dents-2027.collaborateurs-v1", "3/3/2027")]
    [InlineData("mt-dents-2027.collaborateurs-v2", "25/8/2027")]
    [InlineData("mes-2027.professionnels-v1", "8/1/2027")]
    [InlineData("mes-2027.professionnels-v2", "29/10/2027")]
    [InlineData("mes-2027.collaborateurs-v1", "13/1/2027")]
    [InlineData("mes-2027.collaborateurs-v2", "3/11/2027")]
    [InlineData("insuffisance-cardiaque-2027.professionnels-v1", "16/3/2027")]
    [InlineData("insuffisance-cardiaque-2027.professionnels-v2", "6/9/2027")]
    [InlineData("insuffisance-cardiaque-2027.collaborateurs-v1", "30/3/2027")]
    [InlineData("insuffisance-cardiaque-2027.collaborateurs-v2", "14/9/2027")]
    [InlineData("c2s-2027.collaborateurs", "10/11/2027")]
    [InlineData("c2s-2027.relance", "30/11/2027")]
    [InlineData("bon-usage-2027.professionnels-v1", "1/3/2027")]
    [InlineData("bon-usage-2027.professionnels-v2", "30/8/2027")]
    [InlineData("bon-usage-2027.collaborateurs-v1", "10/3/2027")]
    [InlineData("bon-usage-2027.collaborateurs-v2", "8/9/2027")]
    [InlineData("compte-ameli-2027.collaborateurs", "19/5/2027")]
    [InlineData("compte-ameli-2027.invitation", "27/5/2027")]
    [InlineData("compte-ameli-2027.relance", "3/6/2027")]
    [InlineData("mon-soutien-psy-2027.professionnels-v1", "11/1/2027")]
    [InlineData("mon-soutien-psy-2027.professionnels-v2", "23/8/2027")]
    [InlineData("mon-soutien-psy-2027.collaborateurs-v1", "20/1/2027")]
    [InlineData("mon-soutien-psy-2027.collaborateurs-v2", "1/9/2027")]
    [InlineData("mon-test-ist-2027.professionnels-v1", "24/5/2027")]
    [InlineData("mon-test-ist-2027.professionnels-v2", "8/11/2027")]
    [InlineData("mon-test-ist-2027.invitation-v1", "9/6/2027")]
    [InlineData("mon-test-ist-2027.invitation-v2", "24/11/2027")]
    [InlineData("depistage-cancers-2027.professionnels", "17/9/2027")]
    [InlineData("depistage-cancers-2027.collaborateurs", "24/9/2027")]
    [InlineData("depistage-cancers-2027.octobre-rose", "4/10/2027")]
    [InlineData("ror-2027.professionnels", "12/4/2027")]
    [InlineData("ror-2027.collaborateurs", "19/4/2027")]
    [InlineData("ror-2027.parents", "27/4/2027")]
    [InlineData("ror-2027.parents-sms", "30/4/2027")]
    [InlineData("newsletters-2027.trois-minutes-medecins",
        "29/1/2027", "26/2/2027", "26/3/2027", "30/4/2027", "28/5/2027", "25/6/2027", "24/9/2027", "29/10/2027", "26/11/2027", "31/12/2027")]
    [InlineData("newsletters-2027.trois-minutes-entreprises",
        "14/1/2027", "11/2/2027", "11/3/2027", "8/4/2027", "13/5/2027", "10/6/2027", "8/7/2027", "12/8/2027", "9/9/2027", "14/10/2027", "10/11/2027", "9/12/2027")]
    [InlineData("mt-dents-2027.invitation-parents",
        "5/1/2027", "2/2/2027", "2/3/2027", "6/4/2027", "4/5/2027", "1/6/2027", "6/7/2027", "3/8/2027", "7/9/2027", "5/10/2027", "2/11/2027", "7/12/2027")]
    public void Plan_StepOfSectionD_GoesOutOnItsDays(string send, params string[] days) =>
        Assert.Equal(days.Select(Date), DaysIn(First.Value, send, HolidayZone.Metropole));

    [Theory]
    [InlineData("mes-2027.invitation-v1", "19/1/2027")]
    [InlineData("mes-2027.relance-v1", "2/2/2027")]
    [InlineData("mes-2027.invitation-v2", "9/11/2027")]
    [InlineData("mes-2027.relance-v2", "23/11/2027")]
    [InlineData("insuffisance-cardiaque-2027.invitation-v1", "6/4/2027")]
    [InlineData("insuffisance-cardiaque-2027.relance-v1", "20/4/2027")]
    [InlineData("insuffisance-cardiaque-2027.invitation-v2", "21/9/2027")]
    [InlineData("insuffisance-cardiaque-2027.relance-v2", "5/10/2027")]
    [InlineData("grippe-2027.invitation-sms", "14/10/2027")]
    [InlineData("grippe-2027.relance", "16/11/2027")]
    [InlineData("grippe-2027.relance-sms", "16/11/2027")]
    [InlineData("c2s-2027.invitation-sms", "17/11/2027")]
    [InlineData("c2s-2027.invitation", "16/11/2027")]
    [InlineData("mon-soutien-psy-2027.invitation", "27/1/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-janvier", "19/1/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-mars", "23/3/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-mai", "25/5/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-juillet", "20/7/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-septembre", "21/9/2027")]
    [InlineData("newsletters-2027.ameli-et-vous-novembre", "23/11/2027")]
    public void Plan_LargeStepOfSectionD_BeginsOnItsDay(string send, string first) =>
        Assert.Equal(Date(first), DaysIn(First.Value, send, HolidayZone.Metropole)[0]);

    [Theory]
    [InlineData("grippe-mayotte-2027.invitation", "7/9/2027", HolidayZone.Mayotte)]
    [InlineData("compte-ameli-2027.invitation", "28/5/2027", HolidayZone.Guadeloupe)]
    [InlineData("compte-ameli-2027.invitation", "27/5/2027", HolidayZone.Martinique)]
    [InlineData("ror-2027.parents", "28/4/2027", HolidayZone.Mayotte)]
    [InlineData("newsletters-2027.trois-minutes-medecins", "25/3/2027", HolidayZone.AlsaceMoselle)]
    public void Plan_PublicHolidayOfATerritory_MovesTheSendThere(string send, string day, HolidayZone zone) =>
        Assert.Contains(Date(day), DaysIn(First.Value, send, zone));

    [Fact]
    public void Plan_FluOfOctober_LeavesTheIndianOceanOut() => Assert.All(
        First.Value.Sends.Where(send => send.Key.Value.StartsWith("relationnel-2027.grippe-2027.", StringComparison.Ordinal)),
        send => Assert.DoesNotContain(send.Zones, zone => zone.HolidayZone is HolidayZone.Reunion or HolidayZone.Mayotte));

    [Fact]
    public void Plan_Journeys_ArePlannedOnceEach() => Assert.Equal(
        ["antibiotherapie-2027", "antibiotherapie-2027", .. Enumerable.Repeat("jeunes-2027", 4), .. Enumerable.Repeat("maternite-2027", 6)],
        First.Value.Journeys.Select(journey => journey.Model.Key.Value.Split('.')[1]));

    [Fact]
    public void Plan_EpidemicPeak_IsAwaitedFromTheTenthOfDecember()
    {
        var moment = SampleYear.First.Calendar!.Sends.Single(send => send.Name == "grippe-2027/pic-epidemique").Moment;

        Assert.Equal(new TriggeredMoment("pic-epidemique", new DateOnly(2027, 12, 10)), moment);
        Assert.Single(First.Value.Awaited);
    }

    [Fact]
    public void Plan_CorrectedYear_HasNoError() =>
        Assert.Empty(Corrected.Value.Problems.Where(problem => problem.Severity == Severity.Error).Select(Line));

    [Theory]
    [InlineData(ProblemCodes.TelevisionOverlap)]
    [InlineData(ProblemCodes.LastQuarter)]
    [InlineData(ProblemCodes.HolidaySomewhere)]
    public void Plan_PlantedConflict_IsFoundAndMended(string code)
    {
        Assert.Contains(First.Value.Problems, problem => problem.Code == code);
        Assert.DoesNotContain(Corrected.Value.Problems, problem => problem.Code == code && problem.What.Contains("en Guadeloupe", StringComparison.Ordinal));
        Assert.True(Count(Corrected.Value, code) < Count(First.Value, code));
    }

    /// <summary>The conflicts that only people can show, found on a sample of the datamart.</summary>
    [Theory]
    [InlineData("(mes-2027)", "« ameli-et-vous-janvier")]
    [InlineData("« octobre-rose »", "« invitation » (grippe-2027)")]
    [InlineData("« octobre-rose »", "« relance-v2 » (insuffisance-cardiaque-2027)")]
    [InlineData("« relance-v2 » (mes-2027)", "« ameli-et-vous-novembre")]
    [InlineData("(mes-2027)", "« services »")]
    public void Plan_PeopleContactedTooOften_AreFoundAndSpared(params string[] names)
    {
        Assert.Contains(PressureOf(SampleYear.First), what => names.All(name => what.Contains(Typeset(name), StringComparison.Ordinal)));
        Assert.DoesNotContain(PressureOf(SampleYear.Corrected), what => names.All(name => what.Contains(Typeset(name), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("calendar-2027.yaml", "conflit planté ({0})")]
    [InlineData("calendar-2027-corrige.yaml", "corrige")]
    public void File_EachPlantedConflict_IsMarked(string file, string mark)
    {
        var lines = File.ReadLines(SampleYear.PathOf(file)).Where(line => line.Contains(mark.Split(' ')[0], StringComparison.Ordinal)).ToList();

        Assert.All("abcdefgh", letter => Assert.Contains(lines, line => line.Contains($"({letter})", StringComparison.Ordinal)));
    }

    [Fact]
    public void Plan_EpidemicPeakRaisedInDecember_HasNoError()
    {
        var raised = new Dictionary<string, IReadOnlyList<DateOnly>> { ["pic-epidemique"] = [new DateOnly(2027, 12, 13)] };
        var plan = Planner.Plan(
            SampleYear.Corrected.Calendar!,
            Held(new PlanningRules()),
            new DateTimeOffset(2027, 12, 13, 9, 0, 0, TimeSpan.Zero),
            new PlanningInputs { Raised = raised, Panel = SamplePanel.Current });

        Assert.Empty(plan.Problems.Where(problem => problem.Severity == Severity.Error).Select(Line));
        Assert.Contains(plan.Sends, send => send.Key.Value == "relationnel-2027.grippe-2027.pic-epidemique.2027-12-13" || send.Key.Value.EndsWith(".2027-12-13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("calendar-2027")]
    [InlineData("calendar-2027-corrige")]
    public void Workbook_SaysTheSameAsTheYaml(string name)
    {
        var (yaml, workbook) = (SampleYear.Read($"{name}.yaml"), SampleYear.Read($"{name}.xlsx"));

        Assert.Empty(workbook.Problems.Select(Line));
        Assert.Equal(CalendarHash.Of(yaml.Calendar!), CalendarHash.Of(workbook.Calendar!));
    }

    [Fact]
    public void Templates_Repository_AreAllUsedByTheYear() =>
        Assert.Empty(TemplateFolder.All.Where(id => !id.StartsWith("custom/", StringComparison.Ordinal)).Except(SampleYear.First.Calendar!.Sends.Select(send => send.Template)));

    [Fact]
    public void Waves_OfTheAgency_AreThoseOfTheCorrectedYear()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = File.ReadAllText(SampleYear.PathOf("vagues-2027.csv"), Encoding.GetEncoding(1252)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("Campagne;Vague;Début;Fin;Médias;Budget (k€)", lines[0]);
        Assert.Equal(
            SampleYear.Corrected.Calendar!.Waves.Select(wave => (wave.Campaign, wave.Id, wave.Start, wave.End)).Order(),
            lines.Skip(1).Select(line => line.Split(';')).Select(cells => (cells[0], cells[1], Date(cells[2]), Date(cells[3]))).Order());
    }

    /// <summary>As in <c>planning.json</c>.</summary>
    private static PlanningRules Held(PlanningRules rules)
    {
        rules.Pressure.HeldThemes = ["newsletters"];
        return rules;
    }

    private static IEnumerable<string> PressureOf(CalendarReading reading) =>
        from problem in Planner.Plan(reading.Calendar!, Pressure, Autumn, new PlanningInputs { Panel = SamplePanel.Current }).Problems
        select problem.What;

    private static string Typeset(string name) => Orchestration.Wording.French.Typeset(name);

    private static string Line(CalendarProblem problem) => $"{problem.Line}: {problem.Code}: {problem.What} {problem.Mend}";

    private static int Count(CalendarPlan plan, string code) => plan.Problems.Count(problem => problem.Code == code);

    private static CalendarPlan Plan(CalendarReading reading) => Planner.Plan(reading.Calendar!, new PlanningRules(), Autumn);

    /// <summary>The local dates of every slot of a send, over its occurrences, in a zone.</summary>
    private static List<DateOnly> DaysIn(CalendarPlan plan, string send, HolidayZone zone) =>
    [
        .. from planned in plan.Sends
           where planned.Key.Value.StartsWith($"relationnel-2027.{send}.", StringComparison.Ordinal)
           from zonePlan in planned.Zones
           where zonePlan.HolidayZone == zone
           from slot in zonePlan.Slots
           select LocalTime.DateOf(slot.Start, TimeZoneInfo.FindSystemTimeZoneById(zonePlan.TimeZone)) into day
           orderby day
           select day,
    ];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture);
}
