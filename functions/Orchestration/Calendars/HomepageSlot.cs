namespace Orchestration.Calendars;

/// <summary>What a wave gets on the homepage of ameli.fr (domain.md A3, rows 35-38).</summary>
public enum HomepageSlot
{
    /// <summary>The banner for its first ten days, then a card.</summary>
    Banner,

    /// <summary>A card from its eleventh day.</summary>
    Card,

    None,
}
