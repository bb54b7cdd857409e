using Orchestration.Messages;
using Orchestration.Messages.Sms;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Checks;
using Orchestration.Templating;

namespace Orchestration.Tests.Messages.Templates;

internal static class SomeContent
{
    public const string UnsubscribeUrl = "https://desinscription.ameli.fr/d/exemple";

    public const string Html = $"""
        <!DOCTYPE html>
        <html lang="fr">
        <head><title>Vos vaccins</title></head>
        <body>
        <table role="presentation"><tr><td><h1>Vos vaccins</h1></td></tr></table>
        <p>Lisez <a href="https://www.ameli.fr/assure">ameli.fr</a> ou appelez le <a href="tel:3646">3646</a>.</p>
        <img src="https://www.ameli.fr/logo.png" alt="">
        <p><a href="{UnsubscribeUrl}">Se désinscrire</a></p>
        </body>
        </html>
        """;

    public static MessageSettings Settings => new() { StopNumber = "36123" };

    /// <summary>The findings on a message that differs from a good one by what is given.</summary>
    public static IReadOnlyList<TemplateProblem> Findings(
        string subject = "Vos vaccins", string html = Html, string text = $"Bonjour.\n\n{UnsubscribeUrl}\n", string sms = "Bonjour.",
        Purpose purpose = Purpose.Health, MessageSettings? settings = null)
    {
        var preview = new TemplatePreview(subject, html, text, ComposedSms.Compose(sms, purpose, Settings.StopNumber));
        return [.. ContentChecks.Run(new CheckInput(preview, UnsubscribeUrl, settings ?? Settings))];
    }
}
