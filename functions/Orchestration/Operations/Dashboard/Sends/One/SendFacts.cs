using Orchestration.Campaigns.Sends;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What was planned: to whom, through what.</summary>
internal static class SendFacts
{
    public static void Write(HtmlMarkup page, SendRecord record)
    {
        var plan = record.Plan;
        page.Add($"""
            <section aria-labelledby="plan"><h2 id="plan">Plan</h2><dl class="facts">
            <dt>Prévu le</dt><dd>{FrenchDates.Long(plan.Date)}</dd>
            <dt>Campagne</dt><dd>{Sentence.Capitalized(ValueNames.Of(plan.Type))}, {ValueNames.Of(plan.Purpose)}, thème {plan.Theme}, priorité {plan.Priority}</dd>
            <dt>Public</dt><dd>{Sentence.Capitalized(ValueNames.Of(plan.Population))}, {CaisseNames.ScopeOf(plan.Caisses)}</dd>
            <dt>Audience</dt><dd>{Audience(plan.Criterion)}</dd>
            <dt>Canal</dt><dd>{ChannelNames.InOrder(plan.Channels)}</dd>
            <dt>Modèle</dt><dd><code>{plan.Template}</code></dd>
            """);
        if (plan.Reminds is { } reminded)
            page.Add($"""<dt>Rappelle</dt><dd><a href="{SendLinks.Of(reminded)}">{SendNames.Of(reminded)}</a></dd>""");
        if (plan.Pinned is { } pinned)
            page.Add($"""<dt>Contenu</dt><dd>Fixé à la commande, écrit par {pinned.Author} <code class="soft">{pinned.Hash[..12]}</code></dd>""");
        page.Add($"""
            <dt>Révision</dt><dd>{FrenchNumbers.Of(record.Revision)}{(record.Withdrawn ? ", qui le retire du calendrier" : "")}</dd>
            </dl></section>
            """);
    }

    /// <summary>A criterion that everybody meets says so.</summary>
    private static HtmlMarkup.Fragment Audience(string criterion) =>
        criterion == "true" ? HtmlMarkup.Part($"tout le public") : HtmlMarkup.Part($"<code>{criterion}</code>");
}
