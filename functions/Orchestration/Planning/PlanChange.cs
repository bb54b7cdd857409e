using Orchestration.Campaigns;

namespace Orchestration.Planning;

/// <summary>What a new plan does to one occurrence.</summary>
/// <param name="Key">The occurrence.</param>
/// <param name="Kinds">Several at once: a send can move and change its content.</param>
/// <param name="Words">
/// In French, one sentence a kind: « invitation : déplacé du mardi 27/4 au vendredi 30/4 ». Empty when nothing changes.
/// </param>
/// <param name="Before">Null when it is added.</param>
/// <param name="After">Null when it is removed.</param>
public sealed record PlanChange(
    SendKey Key, PlanChangeKinds Kinds, IReadOnlyList<string> Words, PlannedSend? Before, PlannedSend? After);

/// <summary>How an occurrence differs between two plans; none of them is unchanged.</summary>
[Flags]
public enum PlanChangeKinds
{
    None = 0,

    /// <summary>Only the new plan has it.</summary>
    Added = 1,

    /// <summary>Only the old plan has it.</summary>
    Removed = 2,

    /// <summary>Another date, other slots or hours, another expiry.</summary>
    Moved = 4,

    /// <summary>Another audience, template or way of sending: a visa given before no longer holds.</summary>
    Content = 8,

    /// <summary>Other caisses.</summary>
    Scope = 16,
}
