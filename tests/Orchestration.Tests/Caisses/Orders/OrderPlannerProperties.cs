using FsCheck;
using FsCheck.Fluent;
using Orchestration.Caisses;
using Orchestration.Caisses.Orders;
using Orchestration.Planning;
using Orchestration.Planning.Views;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Caisses.Orders;

/// <summary>Whatever is wished for, and whatever national waves there are.</summary>
public sealed class OrderPlannerProperties
{
    private static readonly PlanningRules Rules = new();
    private static readonly string[] Themes = ["compte-ameli", "vaccination"];
    private static readonly string[] Homes = ["CPAM-80", "CPAM-67", "CGSS-971", "CSS-976"];

    private static Gen<OutlinedWave> Waves =>
        from start in Gen.Choose(0, 360)
        from length in Gen.Choose(0, 40)
        from theme in Gen.Elements(Themes)
        from caisses in Gen.Elements<string[]>([], ["CPAM-80"], ["CGSS-971", "CSS-976"])
        let first = SomeOrder.Date("2027-03-01").AddDays(start)
        select SomeOrder.Wave(first, first.AddDays(length), theme, caisses);

    private static Gen<(OrderWish Wish, OutlinedWave[] Waves)> Cases =>
        from waves in Waves.ArrayOf()
        from day in Gen.Choose(-3, 370)
        from caisse in Gen.Elements(Homes)
        from ifBusy in Gen.Elements(IfBusy.Refuse, IfBusy.Defer)
        from open in Gen.Choose(0, 500)
        let wish = SomeOrder.Wish(caisse: caisse) with { Date = SomeOrder.Date("2027-03-01").AddDays(day) }
        select (wish with { IfBusy = ifBusy, Until = open > 400 ? null : SomeOrder.Date("2027-03-01").AddDays(open) }, waves);

    [Fact]
    public void Accepted_Always_KeepsItsDistanceAndIsPreparedLater() => Property.Holds(Cases, sample =>
        Planning(sample).Accepted is not { } plan
        || (IsFree(DayOf(plan), sample) && plan.Zones.Single().PrepareAt > SomeOrder.Now && DayOf(plan) >= sample.Wish.Date && !(DayOf(plan) > sample.Wish.Until)));

    [Fact]
    public void Collision_Always_HasANationalWaveInItsWay() => Property.Holds(Cases, sample =>
    {
        var planning = Planning(sample);
        return planning.Collision is null || (planning.Plan is not null && (planning.Collision.IsDeferred || !IsFree(DayOf(planning.Plan), sample)));
    });

    // Proposing a date that is then refused would send people in circles.
    [Fact]
    public void NextPossibleDate_Always_IsAcceptedAsItIs() => Property.Holds(Cases, sample =>
        Planning(sample).Collision?.NextPossibleDate is not { } next
        || (Planning((sample.Wish with { Date = next, IfBusy = IfBusy.Refuse }, sample.Waves)) is { Remarks: [], Accepted: { } plan } && DayOf(plan) == next));

    [Fact]
    public void Outcome_Always_IsOneOfThree() => Property.Holds(Cases, sample =>
    {
        var planning = Planning(sample);
        return new[] { planning.Accepted is not null, planning.Faults.Count > 0, planning.Collision is { IsDeferred: false } }.Count(holds => holds) == 1;
    });

    private static OrderPlanning Planning((OrderWish Wish, OutlinedWave[] Waves) sample) => SomeOrder.Planner(sample.Waves).Plan(sample.Wish);

    private static bool IsFree(DateOnly day, (OrderWish Wish, OutlinedWave[] Waves) sample) => !sample.Waves.Any(wave =>
        wave.Theme == sample.Wish.Theme
        && (wave.Caisses is null || wave.Caisses.Contains(sample.Wish.Caisse))
        && day >= wave.Start.AddDays(-Rules.Campaigns.LocalDistanceDays)
        && day <= wave.End.AddDays(Rules.Campaigns.LocalDistanceDays));

    private static DateOnly DayOf(PlannedSend plan)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(CaisseDirectory.Get(plan.Caisses.Single()).TimeZone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(plan.Zones.Single().Slots[0].Start, zone).DateTime);
    }
}
