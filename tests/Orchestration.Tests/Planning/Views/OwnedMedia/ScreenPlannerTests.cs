using FsCheck;
using FsCheck.Fluent;
using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Planning.Views.OwnedMedia;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Planning.Views.OwnedMedia;

public sealed class ScreenPlannerTests
{
    private static Gen<MediaWave[]> Waves =>
        from waves in (
            from start in Gen.Choose(-20, 380)
            from length in Gen.Choose(1, 80)
            from seconds in Gen.Choose(0, 40)
            let first = new DateOnly(2027, 1, 1).AddDays(start)
            select Some.Wave() with { Start = first, End = first.AddDays(length - 1), ScreenSeconds = seconds }).ArrayOf(5)
        select waves.Select((wave, i) => wave with { Id = $"v{i}" }).ToArray();

    // Invariant E11: « boucle ≤ 90 s et clip ≤ 10 s ».
    [Fact]
    public void Check_AnyWaves_FindsEveryLongClipAndEveryLoopWithALongDay() => Property.Holds(Waves, waves =>
    {
        var calendar = Some.Calendar([], waves);
        var clips = ScreenCheck.Clips(calendar, new OwnedMediaRules()).Select(finding => finding.Subject).Order();
        var days = Enumerable.Range(-40, 600).Select(new DateOnly(2027, 1, 1).AddDays)
            .Where(day => waves.Where(wave => wave.Start <= day && day <= wave.End).Sum(wave => wave.ScreenSeconds) > 90);
        return clips.SequenceEqual(waves.Where(wave => wave.ScreenSeconds > 10).Select(wave => wave.Id).Order())
            && ScreenCheck.Loops(calendar, new OwnedMediaRules()).Count() == days.Select(day => (day.Year, (day.Month - 1) / 2)).Distinct().Count();
    });

    [Fact]
    public void Plan_WaveOverTwoLoops_IsCutAtTheRenewal()
    {
        var wave = Some.Wave() with { Start = new(2027, 4, 20), End = new(2027, 5, 10), ScreenSeconds = 10 };
        var other = Some.Wave("autre") with { Start = new(2027, 5, 3), End = new(2027, 5, 4), ScreenSeconds = 8 };

        var loops = ScreenPlanner.Plan(Some.Calendar([], wave, other, Some.Wave("sans-clip")));

        Assert.Equal([(new(2027, 3, 1), new(2027, 4, 30), 10), (new(2027, 5, 1), new(2027, 6, 30), 18)], loops.Select(loop => (loop.From, loop.Until, loop.Seconds)));
        Assert.Equal((new DateOnly(2027, 4, 20), new DateOnly(2027, 4, 30)), (loops[0].Clips[0].From, loops[0].Clips[0].Until));
        Assert.Equal(new DateOnly(2027, 5, 3), loops[1].BusiestDay);
    }

    [Fact]
    public void Check_TenClipsOfTenSecondsAtOnce_SaysWhichDayAndByHowMuch()
    {
        var waves = Enumerable.Range(0, 10).Select(i => Some.Wave($"v{i}") with { End = new(2027, 4, 30), ScreenSeconds = 10 }).ToList();

        var finding = Assert.Single(ScreenCheck.Loops(Some.Calendar([], waves), new OwnedMediaRules()));

        Assert.StartsWith("La boucle des écrans dure 100 secondes le mardi 27/4, au lieu de 90 au plus\u00A0: «\u00A0v0\u00A0», ", finding.What, StringComparison.Ordinal);
        Assert.Equal("2027-03", finding.Subject);
        Assert.Empty(ScreenCheck.Loops(Some.Calendar([], waves[..9]), new OwnedMediaRules()));
    }
}
