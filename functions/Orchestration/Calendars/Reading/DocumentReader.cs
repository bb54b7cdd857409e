using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the whole of a calendar from the tree of its file.</summary>
internal static class DocumentReader
{
    private const int HighestRevision = 9999;

    // As long as the logical date of a recurring send, yyyy-mm-dd.
    private const string LongestOccurrence = "2027-12-31";

    private static readonly IReadOnlyList<string> Keys = ["calendar", "title", "year", "revision_of", "campaigns", "waves", "sends"];

    /// <returns>Null when something that it needs is missing or wrong.</returns>
    public static Calendar? Read(SourceNode root, ICalendarReferences references, ProblemList problems, Vocabulary names)
    {
        if (root is not SourceGroup mapping)
        {
            problems.Error(
                ProblemCodes.WrongType, root.Place(""),
                $"Le fichier n'est pas un calendrier : il doit commencer par des clés.", names.Example("calendar"));
            return null;
        }

        var section = new Section(mapping, "", Keys, problems, names);
        var context = new ReadingContext(new DeclaredIds(mapping, problems), references, problems, names);
        var id = section.Id("calendar");
        var title = section.Text("title");
        var year = section.Integer("year", DateText.FirstYear, DateText.LastYear);
        var revisionOf = section.Integer("revision_of", 1, HighestRevision, required: false);
        var campaigns = section.Sections("campaigns", CampaignReader.Keys).Select(CampaignReader.Read).OfType<Campaign>().ToList();
        var waves = section.Sections("waves", WaveReader.Keys, required: false)
            .Select(new WaveReader(context).Read).OfType<MediaWave>().ToList();
        var sends = Sends(section, context, campaigns);
        SendLinks.Check(sends, context);
        CheckKeys(section, id, sends);
        return id is null || title is null || year is null
            ? null
            : new Calendar(id, title, year.Value, revisionOf, campaigns, waves, sends);
    }

    private static List<Send> Sends(Section section, ReadingContext context, IReadOnlyList<Campaign> campaigns)
    {
        var byId = campaigns.DistinctBy(campaign => campaign.Id).ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);
        return [.. section.Sections("sends", SendReader.Keys).Select(new SendReader(context, byId).Read).OfType<Send>()];
    }

    private static void CheckKeys(Section section, string? calendar, IReadOnlyList<Send> sends)
    {
        if (calendar is not null && OrderId.IsReserved(calendar))
        {
            section.Problems.Error(
                ProblemCodes.BadId, section.PlaceOf("calendar"),
                $"« {calendar} » est un nom réservé à la bibliothèque ou aux commandes des caisses.", $"Donnez un autre nom au calendrier.");
        }

        foreach (var send in calendar is null ? [] : sends)
        {
            var longest = $"{calendar}.{send.Campaign}.{send.Id}.{(send.Moment is FixedMoment or WaveMoment ? "1" : LongestOccurrence)}";
            if (longest.Length > SendKey.MaxLength)
            {
                section.Problems.Error(
                    ProblemCodes.SendKeyTooLong, send.Places.Of("id"),
                    $"Le nom complet de l'envoi, « {longest} », a {longest.Length} caractères.",
                    $"Raccourcissez l'un de ces identifiants : {SendKey.MaxLength} caractères au plus en tout.");
            }
        }
    }
}
