using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>A text to read, of a bounded cost.</summary>
internal static class SmsCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input)
    {
        if (input.Preview.Sms is not { } sms)
        {
            yield break;
        }

        if (sms.Text.Length == 0)
        {
            yield return Findings.In(PackageFiles.ExpectedSms, "C030", "Le SMS est vide.", "Écrivez son texte.");
        }

        if (sms.Size.Segments > input.Settings.MaxSmsSegments)
        {
            yield return Findings.In(
                PackageFiles.ExpectedSms, "C031", $"Le SMS compte {sms.Size.Segments} segments ({sms.Size.Units} caractères).",
                $"Ramenez-le à {input.Settings.MaxSmsSegments} segments au plus.");
        }
    }
}
