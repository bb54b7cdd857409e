namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>What the institution's own media allow (domain.md A3, rows 36, 38, 43 and 44).</summary>
/// <param name="BannerDays">A banner stays for so many days; a card takes its place.</param>
/// <param name="LoopSeconds">The longest loop of the caisses' screens.</param>
/// <param name="ClipSeconds">The longest clip of a loop.</param>
/// <param name="LoopMonths">A loop is renewed every so many months, from January on; divides 12.</param>
public sealed record OwnedMediaRules(int BannerDays = 10, int LoopSeconds = 90, int ClipSeconds = 10, int LoopMonths = 2)
{
    public static OwnedMediaRules Default { get; } = new();
}
