using Orchestration.Messages.Email;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>The subject can stand in a header.</summary>
internal static class SubjectCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input)
    {
        if (input.Preview.Subject is { } subject && SubjectLine.Problem(subject, input.Settings) is { } problem)
        {
            yield return Findings.In(
                PackageFiles.ExpectedSubject, "C001", problem,
                $"Écrivez sur une seule ligne ce que le message apporte, en {input.Settings.MaxSubjectLength} caractères au plus.");
        }
    }
}
