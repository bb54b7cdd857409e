using Orchestration.Caisses;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>Compares an occurrence of two plans, and says in French what changes.</summary>
internal sealed class PlanComparison
{
    // More names than this are no longer read; the number says enough.
    private const int MostCaisses = 8;

    private readonly List<string> words = [];
    private readonly PlannedSend before;
    private readonly PlannedSend after;
    private PlanChangeKinds kinds;

    private PlanComparison(PlannedSend before, PlannedSend after) => (this.before, this.after) = (before, after);

    public static PlanChange Compare(PlannedSend before, PlannedSend after)
    {
        var comparison = new PlanComparison(before, after);
        comparison.CompareMoments();
        comparison.CompareContents();
        comparison.CompareScopes();
        return new(after.Key, comparison.kinds, comparison.words, before, after);
    }

    public static PlanChange Alone(PlannedSend send, PlanChangeKinds kind)
    {
        var isAdded = kind == PlanChangeKinds.Added;
        var sentence = French.Text($"{SendNames.Of(send)} : {(isAdded ? "ajouté" : "retiré")} ({Short(send.Date)})");
        return new(send.Key, kind, [sentence], isAdded ? null : send, isAdded ? send : null);
    }

    private void CompareMoments()
    {
        if (before.Date != after.Date)
        {
            Note(PlanChangeKinds.Moved, $"déplacé du {Short(before.Date)} au {FrenchDates.Short(after.Date, before.Date.Year)}");
        }
        else
        {
            CompareSlots();
        }

        // Other hours show in the slots, unless the date moved or the channels' own hours were narrower all along.
        if (before.Window != after.Window && (before.Date != after.Date || !kinds.HasFlag(PlanChangeKinds.Moved)))
        {
            Note(PlanChangeKinds.Moved, $"plage horaire {Hours(after.Window)} au lieu de {Hours(before.Window)}");
        }
    }

    private void CompareSlots()
    {
        var shifts = before.Zones
            .Join(after.Zones, ZoneOf, ZoneOf, (old, now) => (Old: old, Now: now))
            .Where(pair => !AreSame(pair.Old, pair.Now))
            .GroupBy(
                pair => (Old: SlotWords.Of(pair.Old, before.Date.Year), Now: SlotWords.Of(pair.Now, after.Date.Year)),
                pair => pair.Now.HolidayZone);
        foreach (var shift in shifts)
        {
            var place = shift.Count() == after.Zones.Count ? "partout" : French.And([.. shift.Select(ZoneNames.In)]);
            Note(PlanChangeKinds.Moved, $"{place}, {shift.Key.Now} au lieu de : {shift.Key.Old}");
        }
    }

    private void CompareContents()
    {
        Content("la campagne", before.CampaignTitle, after.CampaignTitle);
        Content("le type de campagne", ValueNames.Of(before.Type), ValueNames.Of(after.Type));
        Content("la finalité", ValueNames.Of(before.Purpose), ValueNames.Of(after.Purpose));
        Content("le thème", before.Theme, after.Theme);
        Content("la priorité", French.Text($"{before.Priority}"), French.Text($"{after.Priority}"));
        Content("le public", ValueNames.Of(before.Population), ValueNames.Of(after.Population));
        Content("le critère", before.Criterion, after.Criterion);
        Content("le canal", ChannelNames.InOrder(before.Channels), ChannelNames.InOrder(after.Channels));
        Content("le modèle", before.Template, after.Template);
    }

    private void CompareScopes()
    {
        var joins = after.Caisses.Except(before.Caisses).ToList();
        var leaves = before.Caisses.Except(after.Caisses).ToList();
        if (joins.Count > 0)
        {
            Note(PlanChangeKinds.Scope, $"{French.Count(joins.Count, "caisse ajoutée", "caisses ajoutées")} {Named(joins)}");
        }

        if (leaves.Count > 0)
        {
            Note(PlanChangeKinds.Scope, $"{French.Count(leaves.Count, "caisse retirée", "caisses retirées")} {Named(leaves)}");
        }
    }

    private void Content(string name, string old, string now)
    {
        if (old != now)
        {
            Note(PlanChangeKinds.Content, $"{name} passe de « {old} » à « {now} »");
        }
    }

    private void Note(PlanChangeKinds kind, FrenchText sentence)
    {
        kinds |= kind;
        words.Add(French.Text($"{SendNames.Of(after)} : ") + sentence.ToString());
    }

    private static bool AreSame(ZonePlan one, ZonePlan other) =>
        one.Slots.SequenceEqual(other.Slots) && one.ExpiresAt == other.ExpiresAt && one.PrepareAt == other.PrepareAt;

    private static (string TimeZone, HolidayZone HolidayZone) ZoneOf(ZonePlan plan) => (plan.TimeZone, plan.HolidayZone);

    private static string Named(List<string> caisses) =>
        $"({string.Join(", ", caisses.Take(MostCaisses))}{(caisses.Count > MostCaisses ? "…" : "")})";

    private static string Hours(TimeWindow? window) => window is { } given ? SlotWords.Hours(given) : "par défaut";

    private static string Short(DateOnly date) => FrenchDates.Short(date, date.Year);
}
