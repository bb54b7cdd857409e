using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The form that says which sends to list; its answers make the address of the page.</summary>
internal static class SendFilterForm
{
    private const int MostCampaigns = 60;

    public static void Write(HtmlMarkup page, SendFilter filter, SendSort sort, IReadOnlyList<BoardRow> all)
    {
        page.Add($"""
            <form class="filters" method="get" action="{PageAnswers.Home}" role="search" aria-label="Filtrer les envois"><div class="fields">
            <div><label for="q">Recherche</label><input id="q" name="{SendFilter.Words}" type="search" value="{filter.Text}"></div>
            <div><label for="campaign">Campagne</label><input id="campaign" name="{SendFilter.OfCampaign}" list="campaigns" value="{filter.Campaign}"></div>
            """);
        WriteChoice(page, SendFilter.OfType, "Type", filter.Type?.ToString(), Enum.GetValues<CampaignType>().Select(type => (type.ToString(), ValueNames.Of(type))));
        WriteChoice(page, SendFilter.OfState, "État", filter.State?.ToString(), Enum.GetValues<BoardState>().Select(state => (state.ToString(), BoardStates.NameOf(state))));
        WriteChoice(page, SendFilter.OfCaisse, "Caisse", filter.Caisse, CaisseDirectory.All.Select(caisse => (caisse.Id, caisse.Name)));
        page.Add($"""
            <div><label for="from">Du</label><input id="from" name="{SendFilter.Since}" type="date" value="{SendFilter.DateText(filter.From)}"></div>
            <div><label for="to">Au</label><input id="to" name="{SendFilter.Until}" type="date" value="{SendFilter.DateText(filter.To)}"></div>
            """);
        WriteChoice(page, "sort", "Ordre", sort.ToString(), Enum.GetValues<SendSort>().Select(one => (one.ToString(), SendSorts.NameOf(one))), any: null);
        page.Add($"""
            <div class="check"><label><input type="checkbox" name="{SendFilter.Retry}" value="1"{Checked(filter.ToRetry)}> Avec une caisse non comptée</label></div>
            <div class="actions"><button>Filtrer</button> <a href="{PageAnswers.Home}">Tout afficher</a></div>
            </div>
            """);
        WriteCampaigns(page, all);
        page.Add($"</form>");
    }

    private static void WriteChoice(
        HtmlMarkup page, string name, string label, string? chosen, IEnumerable<(string Value, string Name)> choices, string? any = "Tous")
    {
        page.Add($"""<div><label for="{name}">{label}</label><select id="{name}" name="{name}">""");
        if (any is not null)
            page.Add($"""<option value="">{(name == SendFilter.OfCaisse ? "Toutes" : any)}</option>""");
        foreach (var (value, text) in choices)
        {
            var selected = value == chosen ? HtmlMarkup.Part($" selected") : HtmlMarkup.Part($"");
            page.Add($"""<option value="{value}"{selected}>{Sentence.Capitalized(text)}</option>""");
        }

        page.Add($"</select></div>");
    }

    /// <summary>Ids of campaigns with their titles, the newest ones first.</summary>
    private static void WriteCampaigns(HtmlMarkup page, IReadOnlyList<BoardRow> all)
    {
        page.Add($"""<datalist id="campaigns">""");
        var campaigns = all.OrderByDescending(row => row.Send.Date).DistinctBy(row => row.Send.Campaign).Take(MostCampaigns);
        foreach (var row in campaigns)
            page.Add($"""<option value="{row.Send.Campaign}">{row.Send.Title}</option>""");
        page.Add($"</datalist>");
    }

    private static HtmlMarkup.Fragment Checked(bool value) => value ? HtmlMarkup.Part($" checked") : HtmlMarkup.Part($"");
}
