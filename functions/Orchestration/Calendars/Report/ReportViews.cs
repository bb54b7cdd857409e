using Orchestration.Planning;
using Orchestration.Planning.Views.Congestion;
using Orchestration.Planning.Views.OwnedMedia;

namespace Orchestration.Calendars.Report;

/// <summary>What the page and the document show of a calendar that could be read.</summary>
internal sealed record ReportViews(Calendar Calendar, CalendarPlan Plan, CongestionMatrix Congestion, OwnedMediaPlan OwnedMedia)
{
    /// <returns>Null when the calendar could not be read.</returns>
    public static ReportViews? Of(CalendarReport report) => report is { Reading.Calendar: { } calendar, Plan: { } plan }
        ? new(calendar, plan, CongestionView.Of(plan, calendar.Year), OwnedMediaPlanner.Plan(calendar, plan.Sends))
        : null;
}
