using System.Text;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>Gmail cuts a longer message, and its unsubscribe link with it (domain.md B3, B7).</summary>
internal static class WeightCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input)
    {
        var weight = Encoding.UTF8.GetByteCount(input.Preview.Html ?? "");
        if (weight > input.Settings.MaxHtmlBytes)
        {
            yield return Findings.In(
                PackageFiles.ExpectedHtml, "C040", $"La version HTML pèse {weight} octets.",
                $"Ramenez-la à {input.Settings.MaxHtmlBytes} octets au plus.");
        }
    }
}
