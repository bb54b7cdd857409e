using System.Globalization;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the entries under <c>waves:</c>.</summary>
internal sealed class WaveReader(ReadingContext context)
{
    // Seconds that a slip of the pen stays under; whether a clip suits the loop is planning's to say.
    private const int LongestClip = 3600;
    private const int HighestBudget = 100_000;

    public static IReadOnlyList<string> Keys { get; } =
        ["id", "campaign", "start", "end", "media", "homepage", "screens", "budget", "waiver"];

    /// <returns>Null when something that it needs is missing or wrong.</returns>
    public MediaWave? Read(Section section)
    {
        var id = section.Id("id");
        var campaign = context.Campaign(section);
        var start = section.Date("start");
        var end = section.Date("end");
        var media = section.Choices<Media>("media");
        var homepage = section.Choice<HomepageSlot>("homepage", required: false) ?? HomepageSlot.Banner;
        var screens = section.Integer("screens", 1, LongestClip, required: false) ?? 0;
        var budget = Budget(section);
        var waiver = section.Text("waiver", required: false);
        CheckOrder(section, start, end);
        return id is null || campaign is null || start is null || end is null || media is null
            ? null
            : new MediaWave(
                id, campaign, start.Value, end.Value, media, homepage, screens, budget, waiver, section.Places);
    }

    public static decimal? Budget(Section section) => section.Decimal("budget", 0, HighestBudget);

    public static void CheckOrder(Section section, DateOnly? start, DateOnly? end)
    {
        if (end < start)
        {
            section.Problems.Error(
                ProblemCodes.WaveEndsBeforeStart, section.PlaceOf("end"),
                $"La vague finit le {end.Value.ToString("d/M/yyyy", CultureInfo.InvariantCulture)}, avant de commencer.",
                $"Vérifiez « {section.Names.Name("start")} » et « {section.Names.Name("end")} » ; le dernier jour est compris.");
        }
    }
}
