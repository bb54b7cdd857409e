using Orchestration.Audience.Decisions;
using Orchestration.Caisses;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Lots of a caisse, with their day and what became of their messages.</summary>
internal static class LotTable
{
    public static void Write(HtmlMarkup page, DecisionIndex index, IReadOnlyList<LotView> lots)
    {
        page.Add($"""
            <section aria-labelledby="lots"><h2 id="lots">Lots ({FrenchNumbers.Of(index.Lots.Count)})</h2><table class="stack full"><caption>Heures locales de la caisse.</caption><thead><tr><th scope="col">Lot</th><th scope="col">Créneau</th>
            <th scope="col">Canal</th><th scope="col">État</th><th scope="col">Messages</th><th scope="col">Délivrés</th><th scope="col">Acceptés</th><th scope="col">Échecs</th><th scope="col">Retenus, expirés, inconnus</th></tr></thead><tbody id="lot-rows" data-live>
            """);
        foreach (var view in lots)
        {
            var counts = view.Counts;
            page.Add($"""
                <tr><th scope="row">Lot {view.Lot.Number}</th><td data-name="Créneau">{SlotOf(index, view.Lot)}</td><td data-name="Canal">{ChannelNames.Of(view.Lot.Channel)}</td>
                <td data-name="État">{StateOf(view)}</td><td class="number" data-name="Messages">{FrenchNumbers.Of(view.Lot.Count)}</td><td class="number" data-name="Délivrés">{FrenchNumbers.Of(counts.Delivered)}</td>
                <td class="number" data-name="Acceptés">{FrenchNumbers.Of(counts.Accepted)}</td><td class="number" data-name="Échecs">{FrenchNumbers.Of(counts.Failed)}</td>
                <td class="number" data-name="Retenus, expirés, inconnus">{FrenchNumbers.Of(counts.Withheld + counts.Expired + counts.Unknown)}</td></tr>
                """);
        }

        page.Add($"</tbody></table></section>");
    }

    private static string StateOf(LotView view) => view switch
    {
        { Closed: not null } => "Clos sans partir",
        { Counts: var counts } when counts.Final >= view.Lot.Count => "Terminé",
        { Counts.HandedOver: > 0 } => "En cours de remise",
        { Rendered: true } => "Composé",
        _ => "À composer",
    };

    private static string SlotOf(DecisionIndex index, LotEntry lot)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(CaisseDirectory.Get(index.Caisse).TimeZone);
        var slot = index.Slots[lot.Day];
        var day = LocalTime.DateOf(slot.Start, zone);
        return French.Text($"{Sentence.Capitalized(FrenchDates.Short(day, day.Year))}, {SlotWords.Hours(new TimeWindow(LocalTime.HourOf(slot.Start, zone), LocalTime.HourOf(slot.End, zone)))}");
    }
}
