using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Planning.Checks;

namespace Orchestration.Tests.Planning;

/// <summary>Sound values, to change one thing of.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    public static Send Send(string id = "invitation") => new(
        id,
        "ror",
        Population.Insured,
        "age >= 18",
        [Channel.Email, Channel.Sms],
        "national/ror-invitation",
        new FixedMoment(new DateOnly(2027, 4, 26)),
        SpreadDays: 1,
        HolidayRule.Next,
        Window: null,
        Waiver: null,
        Remind: null,
        Volume: null,
        CallPercent: 0,
        Inserts: [],
        SourcePlaces.None);

    public static MediaWave Wave(string id = "ror-v1") => new(
        id,
        "ror",
        new DateOnly(2027, 4, 27),
        new DateOnly(2027, 5, 16),
        [Media.Tv, Media.Digital],
        HomepageSlot.Banner,
        ScreenSeconds: 0,
        Budget: null,
        Waiver: null,
        SourcePlaces.None);

    public static Campaign Campaign() => new(
        "ror",
        "Rougeole",
        CampaignType.National,
        Purpose.Health,
        CampaignScale.Large,
        "vaccination",
        Seasonal: true,
        Priority: 80,
        [.. CaisseDirectory.All.Select(caisse => caisse.Id)],
        "Dicom/DCP",
        CampaignLifecycle.Creation,
        Reviewed: null,
        Letter: null,
        Article: null,
        Waiver: null,
        SourcePlaces.None);

    public static Calendar Calendar(IReadOnlyList<Send> sends, params IReadOnlyList<MediaWave> waves) =>
        new("essai-2027", "Essai", 2027, null, [Campaign()], waves, sends);

    /// <summary>The rules with only these checks, and the one that cannot be switched off.</summary>
    public static PlanningRules Only(params string[] checks) => new()
    {
        Checks = PlanChecks.All.Where(check => !check.IsHard && !checks.Contains(check.Id)).ToDictionary(check => check.Id, _ => CheckSeverity.Off),
    };

    /// <summary>The plan of a calendar's only occurrence.</summary>
    public static PlannedSend Plan(Calendar calendar) => Assert.Single(Planner.Plan(calendar, new PlanningRules(), Now).Sends);
}
