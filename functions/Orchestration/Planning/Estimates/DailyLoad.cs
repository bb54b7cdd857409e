using Orchestration.Planning.Checks;

namespace Orchestration.Planning.Estimates;

/// <summary>What each day carries, as far as volumes are known: one entry per occurrence and day of its spread.</summary>
internal static class DailyLoad
{
    public static ILookup<DateOnly, DayShare> Of(PlanState state) =>
        (from step in state.Steps
         let volume = state.Audiences.VolumeOf(step)
         where volume is not null
         from share in SendShares.Of(step.Planned, volume)
         select (share.Day, Share: new DayShare(step, share.Emails, share.Sms)))
        .ToLookup(entry => entry.Day, entry => entry.Share);
}

/// <summary>What one occurrence puts on one day.</summary>
internal sealed record DayShare(Step Step, long Emails, long Sms)
{
    public long Messages => Emails + Sms;

    /// <summary>How many of them phone 3646.</summary>
    public long Calls => (long)(Messages * Step.Send.CallPercent / 100);
}
