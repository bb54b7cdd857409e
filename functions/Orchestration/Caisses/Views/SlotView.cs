using System.Globalization;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Views;

/// <summary>When a campaign of a caisse goes out.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Words">In French: « le mardi 13/4, de 9 h à 20 h ».</param>
/// <param name="LocalStart">Where the caisse is, without an offset.</param>
/// <param name="LocalEnd">Excluded.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC, excluded.</param>
/// <param name="PreparedAt">When it is settled who gets it, UTC: until then the visa and oppositions change the audience.</param>
public sealed record SlotView(
    DateOnly Date,
    string Words,
    string LocalStart,
    string LocalEnd,
    string TimeZone,
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset PreparedAt)
{
    public static SlotView Of(PlannedSend plan)
    {
        var zone = plan.ZoneOf(plan.Caisses.Single());
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        var slot = zone.Slots[0];
        var date = LocalTime.DateOf(slot.Start, clock);
        return new(
            date, SlotWords.Of(zone, date.Year), Local(slot.Start), Local(slot.End), zone.TimeZone, slot.Start, slot.End, zone.PrepareAt);

        string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
    }
}
