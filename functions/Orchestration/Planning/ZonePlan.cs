using Orchestration.Caisses;

namespace Orchestration.Planning;

/// <summary>When an occurrence goes out for the caisses of one zone.</summary>
/// <param name="TimeZone">IANA id.</param>
/// <param name="HolidayZone">Whose public holidays count.</param>
/// <param name="PrepareAt">When the decisions are made: the evening before the first slot, UTC.</param>
/// <param name="Slots">
/// One per day over which the audience is spread, in order. Empty when the send skips public holidays and this is one.
/// </param>
/// <param name="ExpiresAt">
/// From this moment on nothing of the occurrence is handed over any more, UTC: the end of the last slot and some allowed days,
/// so that what was held still has a chance. A zone without slots expires as soon as it would be prepared.
/// </param>
/// <param name="Reasons">
/// In French, how the date came about: « J0 du 27/4 = mardi 27/4 ; férié à Mayotte ; reporté au mercredi 28/4 ».
/// </param>
public sealed record ZonePlan(
    string TimeZone,
    HolidayZone HolidayZone,
    DateTimeOffset PrepareAt,
    IReadOnlyList<Slot> Slots,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<string> Reasons);
