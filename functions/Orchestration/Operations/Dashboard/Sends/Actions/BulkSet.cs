using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The sends that an action on a list concerns.</summary>
internal sealed class BulkSet
{
    /// <summary>The hidden field that carries <see cref="Fingerprint"/>.</summary>
    public const string Mark = "set";

    private const int MostNames = 20;

    private BulkSet(IReadOnlyList<BoardRow> rows)
    {
        Rows = rows;
        Sends = [.. rows.Select(row => row.Send.Key)];
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Sends))))[..32];
    }

    /// <summary>Sorted by key.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    public IReadOnlyList<SendKey> Sends { get; }

    /// <summary>Of exactly these sends.</summary>
    public string Fingerprint { get; }

    public static async Task<BulkSet> FindAsync(
        SendBoard board, SendFilter filter, SendAction action, DurableTaskClient client, CancellationToken cancellation)
    {
        var all = await board.ReadAsync(client, cancellation);
        return new BulkSet([.. all.Where(row => filter.Holds(row) && action.Concerns(row)).OrderBy(row => row.Send.Key.Value, StringComparer.Ordinal)]);
    }

    public ConfirmForm Form(SendFilter filter, SendAction action)
    {
        var count = Sends.Count.ToString(CultureInfo.InvariantCulture);
        return new ConfirmForm(
            $"{SendLinks.Bulk}/{action.Name}",
            action.Effect,
            French.Text($"{action.OnMany.TrimEnd('…')} ({French.Count(Sends.Count, "envoi", "envois")})"),
            $"{Security.PageAnswers.Home}?{filter.Query()}",
            count,
            French.Text($"Pour confirmer, écrivez le nombre d'envois concernés ({count})"))
        {
            Hidden = [.. filter.Fields(), (Mark, Fingerprint)],
            IsDangerous = action == SendAction.Cancel,
        };
    }

    /// <summary>The first of them, by name.</summary>
    public void Write(HtmlMarkup page)
    {
        page.AddList([.. Rows.Take(MostNames).Select(row => French.Text($"{SendTitles.WithCaisse(row.Send)}, {BoardStates.NameOf(row.State)}"))]);
        if (Rows.Count > MostNames)
            page.Add($"<p>… et {French.Count(Rows.Count - MostNames, "autre", "autres")}.</p>");
    }
}
