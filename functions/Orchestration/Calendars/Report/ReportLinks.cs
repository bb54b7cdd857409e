using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Where each entry and each problem stands on the page, so that one leads to the other.</summary>
internal sealed partial class ReportLinks
{
    private readonly Dictionary<string, List<int>> problemsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> anchorOfSend = new(StringComparer.Ordinal);
    private readonly Calendar? calendar;

    public ReportLinks(CalendarReport report)
    {
        calendar = report.Reading.Calendar;
        Problems = report.Problems;
        foreach (var send in (report.Plan?.Sends ?? []).OrderBy(send => send.Date))
        {
            anchorOfSend.TryAdd(SendNames.PathOf(send.Key), Of(send));
        }

        foreach (var name in (calendar?.Sends ?? []).Where(send => send.Moment is DailyMoment or TriggeredMoment).Select(send => send.Name))
        {
            anchorOfSend.TryAdd(name, OfSend(name));
        }

        for (var i = 0; i < Problems.Count; i++)
        {
            if (EntryOf(Problems[i]) is { } entry)
            {
                (problemsOf.TryGetValue(entry, out var known) ? known : problemsOf[entry] = []).Add(i);
            }
        }
    }

    public IReadOnlyList<CalendarProblem> Problems { get; }

    public static string Of(PlannedSend send) => $"plan-{send.Key.Value}";

    /// <summary>The anchor of a journey, or of a send that waits for its trigger.</summary>
    public static string OfSend(string name) => $"send-{name.Replace('/', '.')}";

    public static string OfWave(string id) => $"wave-{id}";

    public static string OfProblem(int index) => string.Create(CultureInfo.InvariantCulture, $"problem-{index + 1}");

    /// <summary>Positions, in the list of problems, of those that a send has in the file: <c>campaign/send</c>.</summary>
    public IReadOnlyList<int> ProblemsOfSend(string name) => problemsOf.GetValueOrDefault($"sends:{name}") ?? [];

    public IReadOnlyList<int> ProblemsOfWave(string id) => problemsOf.GetValueOrDefault($"waves:{id}") ?? [];

    /// <summary>Its number among the errors, or among the warnings.</summary>
    public int NumberOf(int problem) => Problems.Take(problem + 1).Count(other => other.Severity == Problems[problem].Severity);

    /// <summary>The worst of some problems; null for none.</summary>
    public Severity? WorstOf(IReadOnlyList<int> problems) =>
        problems.Count == 0 ? null : problems.Any(i => Problems[i].Severity == Severity.Error) ? Severity.Error : Severity.Warning;

    /// <summary>Where a problem's entry stands on the page, and its name; null when the page does not show it.</summary>
    public (string Anchor, string Name)? EntryAnchor(CalendarProblem problem) => EntryOf(problem)?.Split(':') switch
    {
        ["waves", var id] => (OfWave(id), French.Text($"la vague « {id} »")),
        ["sends", var name] when anchorOfSend.TryGetValue(name, out var anchor) => (anchor, French.Text($"l'envoi « {name} »")),
        _ => null,
    };

    private string? EntryOf(CalendarProblem problem)
    {
        if (calendar is null || Entry().Match(problem.Path) is not { Success: true } match
            || !int.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var position))
        {
            return null;
        }

        return match.Groups[1].Value switch
        {
            "waves" when position < calendar.Waves.Count => $"waves:{calendar.Waves[position].Id}",
            "sends" when position < calendar.Sends.Count => $"sends:{calendar.Sends[position].Name}",
            _ => null,
        };
    }

    [GeneratedRegex(@"\A(waves|sends)\[([0-9]{1,9})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
