using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Sms;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>Writes what somebody needs to decide on a content.</summary>
internal static class VisaPart
{
    public static void Write(HtmlMarkup page, VisaDossier dossier)
    {
        WriteState(page, dossier);
        WriteFacts(page, dossier);
        WriteSamples(page, dossier);
        DifferencePart.Write(page, dossier);
        WriteDecisions(page, dossier.Decisions);
    }

    private static void WriteState(HtmlMarkup page, VisaDossier dossier)
    {
        var (style, words) = dossier.Decisions switch
        {
            [.., { Granted: true } visa] => ("accepted", French.Text($"Visa accordé par {visa.Validator} le {Moments.InParis(visa.At)}")),
            [.., var visa] => ("refused", French.Text($"Visa refusé par {visa.Validator} le {Moments.InParis(visa.At)}")),
            _ => ("to-confirm", French.Text($"En attente d'une décision avant le {Moments.InParis(dossier.Request.NeededBy)}")),
        };
        page.Add($"""<p class="card {style}"><strong>{words}</strong></p>""");
    }

    private static void WriteFacts(HtmlMarkup page, VisaDossier dossier)
    {
        var (request, content) = (dossier.Request, dossier.Content);
        page.Add($"""
            <section aria-labelledby="facts"><h2 id="facts">Ce qui part, à qui, de la part de qui</h2>
            <dl class="facts">
            """);
        if (OrderId.IsModel(request.Send))
            page.Add($"<dt>Portée</dt><dd>Modèle de la bibliothèque : un seul visa vaut pour toutes les campagnes des caisses qui s'en servent</dd>");
        else
            page.Add($"""<dt>Envoi</dt><dd><a href="{PageAnswers.Home}/sends/{request.Send.Value}">{SendTitles.Of(request.Title, request.Send)}</a> <code class="soft">{request.Send.Value}</code></dd>""");
        if (request.Caisse is { } caisse)
            page.Add($"<dt>Caisse</dt><dd>{CaisseNames.Of(caisse)}</dd>");
        page.Add($"""
            <dt>Auteur</dt><dd>{request.Author}</dd>
            <dt>Critère</dt><dd><code class="keep">{ContentDifference.CriterionOf(content)}</code></dd>
            <dt>Canaux</dt><dd>{ChannelNames.InOrder(content.Channels)}</dd>
            <dt>Modèle</dt><dd><code>{content.Template}</code></dd>
            """);
        if (dossier.Sample?.Manifest is { } manifest)
        {
            page.Add($"<dt>Public</dt><dd>{ValueNames.Of(manifest.Population)}</dd><dt>Finalité</dt><dd>{ValueNames.Of(manifest.Purpose)}</dd>");
            if (content.Channels.Contains(Channel.Email) && manifest.EmailSender is { } sender)
                page.Add($"<dt>Expéditeur</dt><dd>{sender.Name} &lt;{sender.Address}&gt;</dd>");
            if (content.Channels.Contains(Channel.Sms))
                page.Add($"<dt>Expéditeur SMS</dt><dd>{manifest.SmsSender}</dd>");
        }

        page.Add($"""
            <dt>Empreinte</dt><dd><code>{request.ContentHash}</code></dd>
            </dl></section>
            """);
    }

    private static void WriteSamples(HtmlMarkup page, VisaDossier dossier)
    {
        page.Add($"""
            <section aria-labelledby="sample"><h2 id="sample">Exemple</h2>
            <p class="soft">Rendu pour une personne inventée, celle du modèle, et pour sa caisse : aucune donnée réelle.</p>
            """);
        if (dossier.Sample is null)
            page.Add($"""<p class="card error">Ce contenu ne peut plus être rendu : une règle est devenue plus stricte depuis. Une nouvelle version du modèle est nécessaire.</p>""");
        else
            WriteSamples(page, dossier.Request, dossier.Content.Channels, dossier.Sample);
        page.Add($"</section>");
    }

    private static void WriteSamples(HtmlMarkup page, VisaRequest request, IReadOnlyList<Channel> channels, ContentSample sample)
    {
        if (channels.Contains(Channel.Email))
        {
            page.Add($"""
                <h3>E-mail</h3>
                <p><span class="soft">Objet :</span> <strong>{sample.Preview.Subject}</strong></p>
                <iframe class="sample" title="E-mail de l'exemple" src="{VisaListPart.AddressOf(request)}/sample.html" sandbox></iframe>
                <details><summary>Version texte</summary><div class="plain-text" role="region" aria-label="Version texte de l'e-mail" tabindex="0">{sample.Preview.Text}</div></details>
                """);
        }

        if (channels.Contains(Channel.Sms) && sample.Preview.Sms is { } sms)
        {
            page.Add($"""
                <h3>SMS</h3>
                <p class="sms">{sms.Text}</p>
                <p class="soft">{Size(sms.Size)}</p>
                """);
        }
    }

    private static string Size(SmsSize size) => size.Encoding == SmsEncoding.Gsm7
        ? French.Text($"{French.Count(size.Segments, "segment", "segments")} : {French.Count(size.Units, "caractère", "caractères")} (GSM 03.38)")
        : French.Text($"{French.Count(size.Segments, "segment", "segments")} : {French.Count(size.Units, "unité", "unités")} (UCS-2, à cause d'un caractère hors de l'alphabet GSM)");

    private static void WriteDecisions(HtmlMarkup page, IReadOnlyList<Visa> decisions)
    {
        if (decisions.Count == 0)
            return;
        page.Add($"""<section aria-labelledby="decisions"><h2 id="decisions">Décisions sur ce contenu</h2><ul>""");
        foreach (var visa in decisions)
            page.Add($"<li>{Moments.InParis(visa.At)} : {(visa.Granted ? "accordé" : "refusé")} par {visa.Validator}{Remark(visa.Remark)}</li>");
        page.Add($"</ul></section>");
    }

    private static string Remark(string? remark) => string.IsNullOrWhiteSpace(remark) ? "" : French.Text($" : « ") + remark + French.Text($" »");
}
