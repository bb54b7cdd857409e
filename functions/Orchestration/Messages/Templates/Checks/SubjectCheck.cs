using Orchestration.Messages.Email;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>One line, not too long, nothing that could add or disguise a header.</summary>
internal static class SubjectCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input)
    {
        if (input.Preview.Subject is not { } subject)
        {
            yield break;
        }

        if (subject.Length == 0)
        {
            yield return Findings.In(PackageFiles.ExpectedSubject, "C001", "L’objet est vide.", "Écrivez ce que le message apporte, en quelques mots.");
        }

        if (subject.Length > input.Settings.MaxSubjectLength)
        {
            yield return Findings.In(PackageFiles.ExpectedSubject, "C002", $"L’objet a {subject.Length} caractères.", $"Ramenez-le à {input.Settings.MaxSubjectLength} caractères au plus.");
        }

        if (!HeaderValue.IsSafe(subject))
        {
            yield return Findings.In(PackageFiles.ExpectedSubject, "C003", "L’objet contient un retour à la ligne ou un caractère de contrôle.", "Écrivez-le sur une seule ligne.");
        }
    }
}
