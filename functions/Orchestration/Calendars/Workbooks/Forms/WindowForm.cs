using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Planning;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>Hours of a day: « 9 h - 11 h 30 », « de 9h à 11h30 », <c>09:00-11:30</c>.</summary>
internal sealed partial class WindowForm : CellForm
{
    public override CellReading Read(Cell cell) => French().Match(cell.Text) is { Success: true } hours
        ? $"{Hour(hours, "from", "fromMinute")}-{Hour(hours, "to", "toMinute")}"

        // The reader of the value says what is wrong with it.
        : cell.Text;

    public override CellContent Write(string value) => TimeWindow.TryParse(value.Trim('"'), out var window)
        ? $"{French(window.Start)} - {French(window.End)}"
        : value;

    private static string French(TimeOnly hour) => hour.ToString(hour.Minute == 0 ? "H' h'" : "H' h 'mm", CultureInfo.InvariantCulture);

    private static string Hour(Match match, string hour, string minute) =>
        $"{match.Groups[hour].Value.PadLeft(2, '0')}:{(match.Groups[minute].Success ? match.Groups[minute].Value : "00")}";

    [GeneratedRegex(
        @"\A(de\s+)?(?<from>[0-9]{1,2})\s*[h:]\s*(?<fromMinute>[0-9]{2})?\s*([-–—]|à|a)\s*(?<to>[0-9]{1,2})\s*[h:]\s*(?<toMinute>[0-9]{2})?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex French();
}
