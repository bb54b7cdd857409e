using Orchestration.Calendars;
using Orchestration.Calendars.Writing.Corrections;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Tests.Calendars;

/// <summary>The conflicts of domain.md D, planted in the sample year: each is told, with a proposal that mends it.</summary>
public sealed class PlantedConflictsTests
{
    private const string File = "calendar-2027.yaml";

    private static readonly DateTimeOffset Autumn = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly PlanningRules Rules = new() { Pressure = { HeldThemes = ["newsletters"] } };
    private static readonly PlanningInputs People = new() { Panel = SamplePanel.Current };

    private static readonly Lazy<CalendarPlan> Plan = new(() =>
        Planner.PlanWithProposals(SampleYear.First.Calendar!, Rules, Autumn, People));

    /// <summary>Letter, check, and words of the problem.</summary>
    public static TheoryData<char, string, string[]> Conflicts => new()
    {
        { 'a', ProblemCodes.Pressure, ["« invitation-v1 » (mes-2027)", "« ameli-et-vous-janvier"] },
        { 'b', ProblemCodes.Pressure, ["« invitation » (grippe-2027)", "un message de trop", "« octobre-rose »"] },
        { 'b', ProblemCodes.Pressure, ["« octobre-rose »", "« relance-v2 » (insuffisance-cardiaque-2027)"] },
        { 'b', ProblemCodes.Pressure, ["« invitation-v2 » (insuffisance-cardiaque-2027)", "« ameli-et-vous-septembre"] },
        { 'c', ProblemCodes.Pressure, ["« relance-v2 » (mes-2027)", "« ameli-et-vous-novembre"] },
        { 'c', ProblemCodes.Pressure, ["« invitation-v2 » (mon-test-ist-2027)", "« ameli-et-vous-novembre"] },
        { 'd', ProblemCodes.TelevisionOverlap, ["« mes-v2 »", "« grippe-v2 »"] },
        { 'e', ProblemCodes.HolidaySomewhere, ["jeudi 27/5", "en Guadeloupe"] },
        { 'f', ProblemCodes.Pressure, ["« services »", "(mes-2027)"] },
        { 'g', ProblemCodes.BannerOverlap, ["« mes-v2 »", "« c2s-v1 »"] },
        { 'h', ProblemCodes.LastQuarter, ["quatrième trimestre", "51 %"] },
    };

    [Theory]
    [MemberData(nameof(Conflicts))]
    public void Plan_PlantedConflict_IsToldWithItsSourceAndPlace(char letter, string code, string[] words)
    {
        var problem = Find(Plan.Value, code, words);

        Assert.True(problem is not null, $"({letter}) is not told");
        Assert.True(problem.Line > 1 && problem.Path.Length > 0 && problem.Source is not null && problem.Mend.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Conflicts))]
    public void Proposal_AppliedToTheFile_MendsTheConflictAndBreaksNothing(char letter, string code, string[] words)
    {
        var proposals = Find(Plan.Value, code, words)!.Proposals;
        Assert.True(proposals.Count > 0, $"({letter}) has no proposal");

        var source = System.IO.File.ReadAllBytes(SampleYear.PathOf(File));
        var reading = SampleYear.ReadBytes(CalendarCorrections.Apply(source, File, proposals[0].Corrections), File);
        var plan = Planner.Plan(reading.Calendar!, Rules, Autumn, People);

        Assert.Null(Find(plan, code, words));
        Assert.True(Errors(plan) <= Errors(Plan.Value), proposals[0].Words);
        Assert.True(plan.Problems.Count < Plan.Value.Problems.Count, proposals[0].Words);
    }

    private static int Errors(CalendarPlan plan) => plan.Problems.Count(problem => problem.Severity == Severity.Error);

    private static CalendarProblem? Find(CalendarPlan plan, string code, string[] words) => plan.Problems.FirstOrDefault(
        problem => problem.Code == code && words.All(word => problem.What.Contains(French.Typeset(word), StringComparison.Ordinal)));
}
