using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>Both parts of an e-mail show the unsubscribe link (domain.md B3); a promotion by SMS carries the STOP mention (B2).</summary>
internal static class UnsubscribeCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input)
    {
        if (input.Preview.Text is { } text && !text.Contains(input.UnsubscribeUrl, StringComparison.Ordinal))
        {
            yield return Findings.In(
                PackageFiles.ExpectedText, "C020", "La version texte ne contient pas le lien de désinscription.",
                $"Ajoutez {{{{ {SystemFields.UnsubscribeLink} }}}}.");
        }

        if (input.Html is { } html && !html.Links.Any(link => link.GetAttribute("href") == input.UnsubscribeUrl))
        {
            yield return Findings.In(
                PackageFiles.ExpectedHtml, "C021", "La version HTML n’a pas de lien de désinscription.",
                $"Ajoutez un lien vers {{{{ {SystemFields.UnsubscribeLink} }}}}.");
        }

        if (input.Preview.Sms is { StopMissing: true })
        {
            yield return Findings.In(
                PackageFiles.ExpectedSms, "C022", "Ce SMS de promotion n’a pas la mention STOP.",
                $"Terminez-le par {{{{ {SystemFields.Stop} }}}}.");
        }
    }
}
