using Orchestration.Campaigns;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>What a calendar asks of the institution's own media; dates are local, both ends included.</summary>
/// <param name="Homepage">Of ameli.fr, by date; never a banner longer than the rules allow.</param>
/// <param name="Articles">Of ameli.fr, by the date on which something first points to them.</param>
/// <param name="Screens">Loops of the caisses' screens, by date; without those that nothing fills.</param>
/// <param name="Inserts">Newsletters that carry inserts of campaigns, by date.</param>
/// <param name="Letters">« Lettres-réseau » to the caisses, by date.</param>
/// <param name="Previews">What staff see before the public, by date.</param>
public sealed record OwnedMediaPlan(
    IReadOnlyList<HomepagePresence> Homepage,
    IReadOnlyList<ArticleLink> Articles,
    IReadOnlyList<ScreenLoop> Screens,
    IReadOnlyList<NewsletterInserts> Inserts,
    IReadOnlyList<NetworkLetter> Letters,
    IReadOnlyList<StaffPreview> Previews);

/// <summary>A banner or a card on the homepage.</summary>
public sealed record HomepagePresence(
    string Wave, string Campaign, string CampaignTitle, HomepageFormat Format, DateOnly From, DateOnly Until);

/// <summary>The two places on the homepage that a wave fills (domain.md A3, rows 36 and 38).</summary>
public enum HomepageFormat
{
    /// <summary>« Couche évènementielle », one at a time.</summary>
    Banner,

    /// <summary>In « Découvrir ».</summary>
    Card,
}

/// <summary>An article that must be there before anything points to it (domain.md A3, row 37).</summary>
/// <param name="Campaign">Id of its campaign.</param>
/// <param name="CampaignTitle">As the planner wrote it.</param>
/// <param name="Address">On ameli.fr; never fetched.</param>
/// <param name="NeededBy">First day of a wave or of a send to the public; null when the campaign has neither.</param>
public sealed record ArticleLink(string Campaign, string CampaignTitle, string Address, DateOnly? NeededBy);

/// <summary>What the screens of the caisses show until their loop is next renewed.</summary>
/// <param name="From">First day of the loop.</param>
/// <param name="Until">Last day.</param>
/// <param name="Clips">By their first day.</param>
/// <param name="BusiestDay">The first of the days with the longest loop.</param>
/// <param name="Seconds">Length of the loop on that day.</param>
public sealed record ScreenLoop(DateOnly From, DateOnly Until, IReadOnlyList<ScreenClip> Clips, DateOnly BusiestDay, int Seconds);

/// <summary>A clip in a loop, on the days that its wave and the loop share.</summary>
public sealed record ScreenClip(string Wave, string Campaign, string CampaignTitle, int Seconds, DateOnly From, DateOnly Until);

/// <summary>The inserts of one issue.</summary>
/// <param name="Newsletter">The issue.</param>
/// <param name="Date">When it goes out.</param>
/// <param name="Campaigns">Ids of the campaigns, as the planner ordered them.</param>
public sealed record NewsletterInserts(SendKey Newsletter, DateOnly Date, IReadOnlyList<string> Campaigns);

/// <summary>A letter that tells the caisses of a campaign (domain.md A5, row 83).</summary>
public sealed record NetworkLetter(string Campaign, string CampaignTitle, DateOnly Date);

/// <summary>The first send to staff of a campaign, which its post on the internal network goes with (domain.md A3, row 52).</summary>
public sealed record StaffPreview(SendKey Send, string Campaign, string CampaignTitle, DateOnly Date);
