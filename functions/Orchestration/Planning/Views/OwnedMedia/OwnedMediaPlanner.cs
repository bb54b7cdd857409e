using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>From a calendar to what its campaigns take on the institution's own media: pure.</summary>
public static class OwnedMediaPlanner
{
    /// <param name="calendar">As read, without errors; its waves as they stand.</param>
    /// <param name="sends">What it comes to.</param>
    /// <param name="rules">What the media allow; the domain's when left out.</param>
    public static OwnedMediaPlan Plan(Calendar calendar, IReadOnlyList<PlannedSend> sends, OwnedMediaRules? rules = null)
    {
        var sendsOf = sends.ToLookup(SendNames.CampaignOf, StringComparer.Ordinal);
        return new(
            HomepagePlanner.Plan(calendar, rules ?? new OwnedMediaRules()),
            Ordered(Articles(calendar, sendsOf), article => article.NeededBy ?? DateOnly.MaxValue, article => article.Campaign),
            ScreenPlanner.Plan(calendar),
            Ordered(Inserts(calendar, sends), inserts => inserts.Date, inserts => inserts.Newsletter.Value),
            Ordered(Letters(calendar), letter => letter.Date, letter => letter.Campaign),
            Ordered(Previews(calendar, sendsOf), preview => preview.Date, preview => preview.Campaign));
    }

    private static IEnumerable<ArticleLink> Articles(Calendar calendar, ILookup<string, PlannedSend> sendsOf) =>
        from campaign in calendar.Campaigns
        where campaign.Article is not null
        let waves = calendar.Waves.Where(wave => wave.Campaign == campaign.Id).Select(wave => (DateOnly?)wave.Start)
        let sends = sendsOf[campaign.Id].Where(send => send.Population == Population.Insured).Select(send => (DateOnly?)send.Date)
        select new ArticleLink(campaign.Id, campaign.Title, campaign.Article!, waves.Concat(sends).Min());

    private static IEnumerable<NewsletterInserts> Inserts(Calendar calendar, IReadOnlyList<PlannedSend> sends)
    {
        var inserts = calendar.Sends.ToDictionary(send => send.Name, send => send.Inserts, StringComparer.Ordinal);
        return sends
            .Select(send => new NewsletterInserts(send.Key, send.Date, inserts.GetValueOrDefault(SendNames.PathOf(send.Key)) ?? []))
            .Where(issue => issue.Campaigns.Count > 0);
    }

    private static IEnumerable<NetworkLetter> Letters(Calendar calendar) =>
        from campaign in calendar.Campaigns
        where campaign.Letter is not null
        select new NetworkLetter(campaign.Id, campaign.Title, campaign.Letter!.Value);

    private static IEnumerable<StaffPreview> Previews(Calendar calendar, ILookup<string, PlannedSend> sendsOf) =>
        from campaign in calendar.Campaigns
        where calendar.Waves.Any(wave => wave.Campaign == campaign.Id)
        let first = sendsOf[campaign.Id].Where(send => send.Population == Population.Staff).MinBy(send => (send.Date, send.Key.Value))
        where first is not null
        select new StaffPreview(first.Key, campaign.Id, campaign.Title, first.Date);

    private static IReadOnlyList<T> Ordered<T>(IEnumerable<T> items, Func<T, DateOnly> date, Func<T, string> name) =>
        [.. items.OrderBy(date).ThenBy(name, StringComparer.Ordinal)];
}
