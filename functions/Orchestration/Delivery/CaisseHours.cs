using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Delivery;

/// <summary>The sending hours of a caisse while a send goes on.</summary>
public sealed class CaisseHours(IOptions<PlanningRules> rules)
{
    /// <summary>The slot in which a send may go out, from now on.</summary>
    public Slot NextSlot(PlannedSend plan, string caisse, DateTimeOffset now)
    {
        var home = CaisseDirectory.Get(caisse);
        return SlotFinder.Next(rules.Value, home.TimeZone, home.HolidayZone, plan.Channels, plan.Window, now);
    }

    /// <summary>
    /// When a message may be handed over: null for now. An SMS never leaves outside of the hours (invariant E6); an e-mail that left its
    /// lot's slot in time does not ring anywhere, and goes on.
    /// </summary>
    public DateTimeOffset? HeldUntil(string caisse, Channel channel, DateTimeOffset now)
    {
        var home = CaisseDirectory.Get(caisse);
        return channel == Channel.Email || SendingHours.Allows(rules.Value, channel, home.TimeZone, home.HolidayZone, now)
            ? null
            : SlotFinder.Next(rules.Value, home.TimeZone, home.HolidayZone, [channel], null, now).Start;
    }
}
