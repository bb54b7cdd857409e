using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Calendars.Writing;
using Orchestration.Wording;

namespace Orchestration.Calendars.Waves;

/// <summary>
/// Puts the agency's waves over those of a calendar. The agency has the last word on dates, media and budget; the homepage, the screens and the
/// waiver stay the calendar's. Waves of campaigns that the calendar does not have are left out.
/// </summary>
public static class AgencyWaves
{
    /// <param name="calendar">As it was read.</param>
    /// <param name="waves">As <see cref="WavesReader"/> gives them.</param>
    public static AgencyCalendar Over(Calendar calendar, IReadOnlyList<MediaWave> waves)
    {
        var problems = new List<CalendarProblem>();
        var changes = new List<string>();
        var given = waves.DistinctBy(wave => wave.Id).ToDictionary(wave => wave.Id, StringComparer.Ordinal);
        var known = calendar.Waves.Select(wave => wave.Id).ToHashSet(StringComparer.Ordinal);
        var campaigns = calendar.Campaigns.Select(campaign => campaign.Id).ToHashSet(StringComparer.Ordinal);
        var merged = calendar.Waves.Select(wave => given.TryGetValue(wave.Id, out var agency) ? Merge(wave, agency) : wave).ToList();
        foreach (var wave in given.Values.Where(wave => !known.Contains(wave.Id) && campaigns.Contains(wave.Campaign)))
        {
            merged.Add(wave with { Places = SourcePlaces.None });
            changes.Add(French.Text($"{wave.Id} : nouvelle vague, {Dates(wave, calendar.Year)}, {MediaOf(wave)}."));
        }

        return new AgencyCalendar(calendar with { Waves = merged }, changes, problems);

        MediaWave Merge(MediaWave wave, MediaWave agency)
        {
            if (agency.Campaign != wave.Campaign)
            {
                problems.Add(Warning(
                    ProblemCodes.WaveOfAnotherCampaign, wave.Places.Of("campaign"),
                    $"Pour l'agence, la vague « {wave.Id} » est de la campagne « {agency.Campaign} » ; ce qu'elle en dit n'est pas repris.",
                    $"Donnez à chaque vague un identifiant à elle, ou corrigez sa campagne."));
                return wave;
            }

            if ((agency.Start, agency.End) != (wave.Start, wave.End))
            {
                problems.Add(Moved(wave, agency, calendar.Year));
            }

            var after = wave with { Start = agency.Start, End = agency.End, Media = agency.Media, Budget = agency.Budget ?? wave.Budget };
            changes.AddRange(Changes(wave, after, calendar.Year));
            return after;
        }
    }

    private static CalendarProblem Moved(MediaWave wave, MediaWave agency, int year)
    {
        var warning = Warning(
            ProblemCodes.WaveMoved, wave.Places.Of(wave.Start != agency.Start ? "start" : "end"),
            $"Le calendrier donne la vague « {wave.Id} » {Dates(wave, year)} ; l'agence, {Dates(agency, year)}. Les dates de l'agence sont suivies.",
            $"Corrigez les dates dans le calendrier, ou voyez avec l'agence.");
        var path = wave.Places.Entry.Path;
        return path.Length == 0 ? warning : warning with
        {
            Proposals =
            [
                new Proposal(
                    French.Text($"mettre la vague « {wave.Id} » {Dates(agency, year)}"),
                    [new(path, "start", MomentText.Date(agency.Start)), new(path, "end", MomentText.Date(agency.End))]),
            ],
        };
    }

    private static CalendarProblem Warning(string code, SourcePlace place, FrenchText what, FrenchText mend) =>
        new(code, Severity.Warning, place.Line, place.Column, place.Path, what.ToString(), mend.ToString(), place.Sheet);

    private static IEnumerable<string> Changes(MediaWave before, MediaWave after, int year)
    {
        if ((before.Start, before.End) != (after.Start, after.End))
        {
            yield return French.Text($"{before.Id} : {Dates(before, year)} → {Dates(after, year)}.");
        }

        if (!before.Media.Order().SequenceEqual(after.Media.Order()))
        {
            yield return French.Text($"{before.Id} : {MediaOf(before)} → {MediaOf(after)}.");
        }

        if (before.Budget != after.Budget)
        {
            yield return French.Text($"{before.Id} : budget {Budget(before)} → {Budget(after)}.");
        }
    }

    /// <summary>« du 12/10 au 31/10 ».</summary>
    private static string Dates(MediaWave wave, int year) =>
        French.Text($"du {FrenchDates.DayMonth(wave.Start, year)} au {FrenchDates.DayMonth(wave.End, year)}");

    private static string MediaOf(MediaWave wave) =>
        WorkbookLayout.Waves.ByKey("media")!.Form.Write(string.Join(", ", wave.Media.Select(Words<Media>.Of))).Shown;

    private static string Budget(MediaWave wave)
    {
        if (wave.Budget is { } budget)
        {
            return French.Text($"{budget}\u00A0k€");
        }

        return "non dit";
    }
}

/// <summary>A calendar with the agency's waves.</summary>
/// <param name="Calendar">To plan.</param>
/// <param name="Changes">What the agency's file changes, a sentence each, in French: « grippe-v1 : du 12/10 au 31/10 → du 19/10 au 7/11. »</param>
/// <param name="Problems">Warnings at the places of the calendar's waves, with the correction that brings the calendar in line.</param>
public sealed record AgencyCalendar(Calendar Calendar, IReadOnlyList<string> Changes, IReadOnlyList<CalendarProblem> Problems);
