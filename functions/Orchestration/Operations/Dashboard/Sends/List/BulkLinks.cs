using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What an operator may do to all the sends that are listed.</summary>
internal static class BulkLinks
{
    public static void Write(HtmlMarkup page, SendFilter filter)
    {
        page.Add($"""<p class="actions"><span class="soft">Tous les envois de cette liste :</span>""");
        foreach (var action in SendAction.All)
            page.Add($"""<a class="button quiet small" href="{SendLinks.Bulk}/{action.Name}?{filter.Query()}">{action.OnMany}</a>""");
        page.Add($"</p>");
    }
}
