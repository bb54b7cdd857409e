using Orchestration.Campaigns.CaisseSends;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>How far a send has come: a bar with its text, caisses, rates.</summary>
internal static class ProgressText
{
    /// <summary>Nothing before anybody is in a lot.</summary>
    public static HtmlMarkup.Fragment Of(BoardRow row)
    {
        if (row.Status is not { } status || (row.Queued == 0 && status.Targeted == 0))
            return HtmlMarkup.Part($"");
        var total = status.Caisses.Values.Sum();
        var done = status.Caisses.GetValueOrDefault(CaissePhase.Done);
        return HtmlMarkup.Part($"""
            <progress value="{row.Gone}" max="{Math.Max(1, row.Queued)}" aria-label="Messages traités"></progress>
            <span class="nowrap">{FrenchNumbers.Of(row.Gone)} sur {FrenchNumbers.Of(row.Queued)} ({Percent(row.Gone, row.Queued)})</span><br><span class="soft">{Rates(row)} ; {FrenchNumbers.Of(done)} sur {French.Count(total, "caisse", "caisses")}</span>
            """);
    }

    /// <summary>« délivrés 97,3 %, échecs 1,2 % », of what a provider was given.</summary>
    private static string Rates(BoardRow row)
    {
        var counts = row.Counts;
        List<string> parts = [];
        if (counts.HandedOver > 0)
        {
            parts.Add($"délivrés {Percent(counts.Delivered, counts.HandedOver)}");
            parts.Add($"échecs {Percent(counts.Failed, counts.HandedOver)}");
        }

        Add("retenus", counts.Withheld);
        Add("expirés", counts.Expired);
        Add("issue inconnue", counts.Unknown);
        return parts.Count == 0 ? "rien n’est encore remis" : string.Join(", ", parts);

        void Add(string word, int count)
        {
            if (count > 0)
                parts.Add($"{word} {FrenchNumbers.Of(count)}");
        }
    }

    /// <summary>One figure after the comma; nothing that is not whole is shown as « 100 % » or « 0 % ».</summary>
    internal static string Percent(int part, int whole)
    {
        if (whole == 0)
            return "–";
        var tenths = (int)Math.Round(1000m * part / whole, MidpointRounding.AwayFromZero);
        tenths = part > 0 && tenths == 0 ? 1 : part < whole && tenths == 1000 ? 999 : tenths;
        return French.Text($"{(decimal)tenths / 10} %");
    }
}
