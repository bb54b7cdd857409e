namespace Orchestration.Planning;

/// <summary>Homepage of ameli.fr and screens of the caisses (domain.md A3, rows 36-38 and 42-44).</summary>
public sealed class OwnedMediaRules
{
    /// <summary>The banner shows for the first ten days of a wave, the card from the day after.</summary>
    public int BannerDays { get; set; } = 10;

    /// <summary>The loop lasts 90 seconds at most.</summary>
    public int LoopSeconds { get; set; } = 90;

    /// <summary>A clip lasts 10 seconds at most.</summary>
    public int ClipSeconds { get; set; } = 10;
}
