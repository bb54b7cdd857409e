using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;

namespace Orchestration.Campaigns.Revisions;

/// <summary>A file read and planned, before anything is made of it.</summary>
/// <param name="Report">What is wrong with it, and its plan.</param>
/// <param name="Source">The file.</param>
/// <param name="Raised">The triggers that it was planned with.</param>
public sealed record CalendarDraft(CalendarReport Report, BinaryData Source, RaisedTriggers Raised)
{
    /// <summary>What the agency's waves change in those of the file; in French, a sentence each.</summary>
    public IReadOnlyList<string> Moves { get; init; } = [];

    public bool IsRefused => Report.Outcome == ReportOutcome.Refused;

    /// <summary>Names of the triggers that its sends wait for.</summary>
    public IReadOnlyList<string> Triggers =>
    [
        .. Report.Reading.Calendar!.Sends.Select(send => send.Moment).OfType<TriggeredMoment>().Select(moment => moment.Trigger)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Of all that the plan depends on; that of the calendar alone as long as none of its triggers was raised.</summary>
    public string ContentHash
    {
        get
        {
            var calendar = CalendarHash.Of(Report.Reading.Calendar!);
            var raised = Raised.Dates.Where(trigger => Triggers.Contains(trigger.Key)).OrderBy(trigger => trigger.Key, StringComparer.Ordinal)
                .Select(trigger => $"{trigger.Key}={string.Join(',', trigger.Value.Select(date => date.ToString("O", CultureInfo.InvariantCulture)))}")
                .ToArray();
            return raised.Length == 0
                ? calendar
                : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{calendar};{string.Join(';', raised)}")));
        }
    }
}
