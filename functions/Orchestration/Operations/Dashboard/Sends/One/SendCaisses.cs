using Microsoft.AspNetCore.Http;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The caisses of a send, page by page, by phase or name.</summary>
internal static class SendCaisses
{
    private const int PageSize = 25;
    private const string Phase = "phase";
    private const string Name = "name";

    public static void Write(DashboardPage page, SendView view, IReadOnlyList<CaisseStatus> caisses, IQueryCollection query)
    {
        if (caisses.Count == 0)
        {
            page.Markup.Add($"""
                <section aria-labelledby="caisses"><h2 id="caisses">Caisses</h2>
                <p>Rien n'est encore préparé. Chaque caisse l'est la veille de son créneau, si le contenu a son visa.</p></section>
                """);
            return;
        }

        page.Markup.Add($"""<section aria-labelledby="caisses"><h2 id="caisses">Caisses ({caisses.Count})</h2>""");

        var (phase, name) = (query[Phase].ToString(), query[Name].ToString());
        var found = caisses.Where(one => Holds(one, phase, name)).ToArray();
        var pager = Pager.Of(query["page"], found.Length, PageSize);
        WriteFilter(page.Markup, view, phase, name);
        WriteTable(page, view, pager.Take(found), found.Length);
        pager.Write(page.Markup, number => $"{SendLinks.Of(view.Key)}?{Phase}={Uri.EscapeDataString(phase)}&{Name}={Uri.EscapeDataString(name)}&page={number}#caisses", "Pages de caisses");
        page.Markup.Add($"</section>");
    }

    private static bool Holds(CaisseStatus caisse, string phase, string name) =>
        (!Enum.TryParse<CaissePhase>(phase, true, out var wanted) || caisse.Phase == wanted)
        && (CaisseNames.Of(caisse.Caisse).Contains(name, StringComparison.CurrentCultureIgnoreCase) || caisse.Caisse.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static void WriteFilter(HtmlMarkup page, SendView view, string phase, string name)
    {
        page.Add($"""
            <form class="filters" method="get" action="{SendLinks.Of(view.Key)}#caisses"><div class="fields">
            <div><label for="name">Caisse</label><input id="name" name="{Name}" value="{name}"></div>
            <div><label for="phase">État</label><select id="phase" name="{Phase}"><option value="">Tous</option>
            """);
        foreach (var one in Enum.GetValues<CaissePhase>())
        {
            var selected = one.ToString() == phase ? HtmlMarkup.Part($" selected") : HtmlMarkup.Part($"");
            page.Add($"""<option value="{one.ToString()}"{selected}>{Sentence.Capitalized(CaissePhases.NameOf(one))}</option>""");
        }

        page.Add($"""
            </select></div><div class="actions"><button>Filtrer</button></div></div></form>
            """);
    }

    private static void WriteTable(DashboardPage page, SendView view, IReadOnlyList<CaisseStatus> caisses, int total)
    {
        page.Markup.Add($"""
            <table class="stack full"><caption>{French.Count(total, "caisse", "caisses")}</caption><thead><tr><th scope="col">Caisse</th><th scope="col">État</th>
            <th scope="col">Ciblées</th><th scope="col">Mises en lot</th><th scope="col">Délivrés</th><th scope="col">Échecs</th><th scope="col">Retenus, expirés, inconnus</th><th scope="col">Action</th></tr></thead>
            <tbody id="caisse-rows" data-live>
            """);
        foreach (var one in caisses)
        {
            page.Markup.Add($"""
                <tr id="{one.Caisse}" data-live><th scope="row"><a href="{SendLinks.Of(view.Key, one.Caisse)}">{CaisseNames.Of(one.Caisse)}</a> <code class="soft">{one.Caisse}</code></th>
                <td data-name="État"><span class="state {CaissePhases.LookOf(one.Phase)}">{Sentence.Capitalized(CaissePhases.NameOf(one.Phase))}</span> <span class="soft">{one.Why}</span></td>
                <td class="number" data-name="Ciblées">{FrenchNumbers.Of(one.Targeted)}</td><td class="number" data-name="Mises en lot">{FrenchNumbers.Of(one.Queued)}</td>
                <td class="number" data-name="Délivrés">{FrenchNumbers.Of(one.Counts.Delivered)}</td><td class="number" data-name="Échecs">{FrenchNumbers.Of(one.Counts.Failed)}</td>
                <td class="number" data-name="Retenus, expirés, inconnus">{FrenchNumbers.Of(one.Counts.Withheld + one.Counts.Expired + one.Counts.Unknown)}</td><td>{Retry(page, view, one)}</td></tr>
                """);
        }

        page.Markup.Add($"</tbody></table>");
    }

    private static HtmlMarkup.Fragment Retry(DashboardPage page, SendView view, CaisseStatus caisse) =>
        page.Offers(Role.Operator) && caisse.Phase == CaissePhase.NotCounted && view.Row.NotCounted > 0
            ? HtmlMarkup.Part($"""<a class="button quiet small" href="{SendLinks.Of(view.Key, caisse.Caisse)}/retry">Relancer…</a>""")
            : HtmlMarkup.Part($"");
}
