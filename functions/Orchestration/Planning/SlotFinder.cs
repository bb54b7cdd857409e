using Orchestration.Caisses;
using Orchestration.Messages;

namespace Orchestration.Planning;

/// <summary>Finds, while a send runs, when it may go on.</summary>
public static class SlotFinder
{
    /// <summary>The first allowed slot that ends after a moment, cut so that it does not start before it.</summary>
    /// <param name="rules">The settings.</param>
    /// <param name="timeZone">IANA id of the caisse.</param>
    /// <param name="zone">Whose public holidays count.</param>
    /// <param name="channels">Of the send: the slot suits them all.</param>
    /// <param name="window">Of the send; null when it names none.</param>
    /// <param name="notBefore">The moment, at any offset.</param>
    /// <exception cref="InvalidOperationException">
    /// The window leaves nothing of the channels' hours; the planner refuses such sends.
    /// </exception>
    /// <exception cref="TimeZoneNotFoundException">The id is unknown here.</exception>
    public static Slot Next(
        PlanningRules rules,
        string timeZone,
        HolidayZone zone,
        IReadOnlyList<Channel> channels,
        TimeWindow? window,
        DateTimeOffset notBefore)
    {
        var days = new SendingDays(rules, timeZone, zone, channels, window);
        var slot = days.From(LocalTime.DateOf(notBefore, days.Clock)).FirstOrDefault(slot => slot.End > notBefore)
            ?? throw new InvalidOperationException($"No day leaves {string.Join(", ", channels)} an hour within {window} in {timeZone}.");
        return slot.Start < notBefore ? slot with { Start = notBefore.ToUniversalTime() } : slot;
    }
}
