using System.Text.RegularExpressions;
using Orchestration.Calendars.Writing;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>
/// When a send goes out: a date, « grippe-v1 début - 21 j », « grippe-v1 fin + 2 jo », « grippe-v1 J-7 »,
/// « grippe-2027/invitation + 35 j » (for <c>at</c>), « dernier vendredi du mois », « chaque jour » (for <c>every</c>).
/// </summary>
internal sealed partial class MomentForm : CellForm
{
    public const string At = "at";
    public const string Every = "every";

    private const string EveryDay = "day";
    private const string EveryDayInFrench = "chaque jour";

    private static readonly string[] EveryDayWords = [EveryDayInFrench, "tous les jours", "quotidien", "quotidienne", EveryDay];

    public override CellReading Read(Cell cell)
    {
        if (DateForm.TryRead(cell) is { } date)
        {
            return date with { Key = At };
        }

        var text = Plain(cell.Text);
        if (EveryDayWords.Contains(Folded.Of(text)))
        {
            return new CellReading(EveryDay, null, null) { Key = Every };
        }

        if (Anchor().Match(text) is { Success: true } anchor)
        {
            return new CellReading(Canonical(anchor), null, null) { Key = At };
        }

        if (FrenchRecurrence.IsMeant(text))
        {
            return FrenchRecurrence.Read(text) with { Key = Every };
        }

        return CellReading.Refused(
            ProblemCodes.BadMoment, $"« {cell.Text} » n'est pas un moment.",
            $"Donnez une date ({"12/10/2027"}), une distance à une vague ou à un envoi, en jours (j) ou en jours ouvrés (jo) : "
                + $"{"grippe-v1 début - 7 j"}, {"grippe-2027/invitation + 35 j"} ; ou une récurrence : {"dernier vendredi du mois"}.");
    }

    public override CellContent Write(string value)
    {
        if (value == EveryDay)
        {
            return EveryDayInFrench;
        }

        if (Anchor().Match(value) is { Success: true } anchor)
        {
            return French(anchor);
        }

        return RecurrenceText.InFrench(value) is { } recurrence ? recurrence : new DateForm().Write(value);
    }

    private static string Canonical(Match anchor)
    {
        var offset = anchor.Groups["days"].Success
            ? $" {anchor.Groups["sign"].Value} {anchor.Groups["days"].Value}{(IsWorkingDays(anchor) ? "wd" : "d")}"
            : "";
        return anchor.Groups["send"].Success
            ? anchor.Groups["send"].Value + offset
            : $"{anchor.Groups["wave"].Value}.{(IsEnd(anchor) ? "end" : "start")}{offset}";
    }

    private static string French(Match anchor)
    {
        var offset = anchor.Groups["days"].Success
            ? $" {anchor.Groups["sign"].Value} {anchor.Groups["days"].Value} {(IsWorkingDays(anchor) ? "jo" : "j")}"
            : "";
        return anchor.Groups["send"].Success
            ? anchor.Groups["send"].Value + offset
            : $"{anchor.Groups["wave"].Value} {(IsEnd(anchor) ? "fin" : "début")}{offset}";
    }

    private static bool IsEnd(Match anchor) => anchor.Groups["edge"].Value.ToLowerInvariant() is "fin" or "end";

    private static bool IsWorkingDays(Match anchor) =>
        anchor.Groups["unit"].Value.ToLowerInvariant() is var unit && (unit is "wd" or "jo" || unit.Contains("ouvr", StringComparison.Ordinal));

    /// <summary>Spaces and dashes as a keyboard has them.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(character => char.IsWhiteSpace(character) ? ' ' : character is '–' or '—' or '−' or '‑' ? '-' : character)).Trim();

    [GeneratedRegex(
        @"\A(((?<wave>[a-z0-9-]+)(\s*\.\s*|\s+)((?<edge>début|debut|fin|start|end)|j))|(?<send>[a-z0-9-]+/[a-z0-9-]+))"
            + @"(\s*(?<sign>[+-])\s*(?<days>[0-9]{1,6})\s*(?<unit>jours?\s+ouvr[ée]s?|jo|jours?|j|wd|d)"
            + @"|(?<=\sj)(\s*(?<sign>[+-])\s*(?<days>[0-9]{1,6})|0))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
