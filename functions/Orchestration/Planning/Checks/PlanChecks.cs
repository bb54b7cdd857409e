using Orchestration.Calendars;
using Orchestration.Planning.Views.OwnedMedia;

namespace Orchestration.Planning.Checks;

/// <summary>Every rule that a plan is held against, in the order in which they are told.</summary>
internal static class PlanChecks
{
    public static IReadOnlyList<PlanCheck> All { get; } =
    [
        new(ProblemCodes.StaffAfterPublic, CheckSeverity.Error, "A5, lignes 77-78 ; E3", PrecedenceCheck.Staff) { IsHard = true },
        new(ProblemCodes.ProfessionalsAfterPublic, CheckSeverity.Waivable, "A5, lignes 75-76 ; E3", PrecedenceCheck.Professionals),
        new(ProblemCodes.StaffMissing, CheckSeverity.Warning, "A5, ligne 77", PrecedenceCheck.StaffMissing),
        new(ProblemCodes.MirrorMissing, CheckSeverity.Warning, "A4, lignes 64 et 66", MirrorCheck.Find),
        new(ProblemCodes.MediaBase, CheckSeverity.Warning, "A4, ligne 59", MediaBaseCheck.Find),
        new(ProblemCodes.TwoWaves, CheckSeverity.Warning, "A4, ligne 63", TwoWavesCheck.Find),
        new(ProblemCodes.TelevisionOverlap, CheckSeverity.Warning, "A4, lignes 59 et 62", TelevisionOverlapCheck.Find),
        new(ProblemCodes.BannerOverlap, CheckSeverity.Waivable, BannerCheck.Source, state => BannerCheck.Find(state.Calendar, state.Rules.OwnedMedia)),
        new(ProblemCodes.ClipTooLong, CheckSeverity.Error, ScreenCheck.Source, state => ScreenCheck.Clips(state.Calendar, state.Rules.OwnedMedia)),
        new(ProblemCodes.LoopTooLong, CheckSeverity.Error, ScreenCheck.Source, state => ScreenCheck.Loops(state.Calendar, state.Rules.OwnedMedia)),
        new(ProblemCodes.LocalCollision, CheckSeverity.Waivable, "A5, ligne 82", LocalCollisionCheck.Find),
        new(ProblemCodes.ContentReview, CheckSeverity.Waivable, "A4, ligne 68", ReviewCheck.Find),
        new(ProblemCodes.LetterLate, CheckSeverity.Warning, "A5, ligne 83", LetterCheck.Find),
        new(ProblemCodes.SendGap, CheckSeverity.Warning, "A5, ligne 81", SendGapCheck.Find),
        new(ProblemCodes.FarFromWave, CheckSeverity.Warning, "A4, ligne 70", WaveDistanceCheck.Find),
        new(ProblemCodes.SkippedEverywhere, CheckSeverity.Warning, null, SkipCheck.Find),
        new(ProblemCodes.HolidaySomewhere, CheckSeverity.Warning, "B6", LocalShiftCheck.Find),
        new(ProblemCodes.Blackout, CheckSeverity.Waivable, "A5, ligne 80", BlackoutCheck.Find),
        new(ProblemCodes.Headcount, CheckSeverity.Error, "A8, ligne 128", HeadcountCheck.Find),
        new(ProblemCodes.CapacityExceeded, CheckSeverity.Waivable, "B3", CapacityCheck.Gateway),
        new(ProblemCodes.CallCentre, CheckSeverity.Warning, "A13, ligne 193", CapacityCheck.CallCentre),
        new(ProblemCodes.WeekCongestion, CheckSeverity.Warning, "A4, ligne 62", CongestionCheck.Weeks),
        new(ProblemCodes.LastQuarter, CheckSeverity.Warning, "A4, ligne 62 ; D, conflit h", CongestionCheck.LastQuarter),
        new(ProblemCodes.Pressure, CheckSeverity.Warning, "A5, ligne 91 ; D", PressureCheck.Find),
        new(ProblemCodes.VisaNear, CheckSeverity.Warning, "A1, ligne 16", VisaCheck.Find),
        new(ProblemCodes.Past, CheckSeverity.Warning, null, PastCheck.Find),
    ];

    public static PlanCheck? Find(string id) => All.FirstOrDefault(check => check.Id == id);

    /// <summary>Everything that the rules object to, with its weight under the settings; each check is run when its turn comes.</summary>
    public static IEnumerable<Objection> Run(PlanState state) =>
        from check in All
        let severity = state.Rules.Checks.GetValueOrDefault(check.Id, check.Severity)
        where severity != CheckSeverity.Off
        from finding in check.Find(state)
        select new Objection(check, severity, finding);
}
