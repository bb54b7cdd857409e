using Orchestration.Calendars;

namespace Orchestration.Planning.Checks;

/// <summary>Under which key a send says when it goes out.</summary>
internal static class MomentKeys
{
    public static string Of(Send send) => send.Moment switch
    {
        RecurringMoment or DailyMoment => "every",
        TriggeredMoment => "on",
        _ => "at",
    };
}
