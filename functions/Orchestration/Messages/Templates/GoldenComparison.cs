using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>Compares what the sample gives with the golden files, and says where they part.</summary>
internal static class GoldenComparison
{
    public static IEnumerable<TemplateProblem> Run(IReadOnlyDictionary<string, string> texts, TemplatePreview preview)
    {
        foreach (var (file, text) in Outputs(preview))
        {
            if (!texts.TryGetValue(file, out var expected))
            {
                yield return PackageProblems.MissingFile(file);
            }
            else if (expected != text)
            {
                yield return ProblemLog.Problem(
                    file, Place.Of(expected, expected.AsSpan().CommonPrefixLength(text), 0), "P020",
                    "À partir d’ici, le modèle ne donne plus le résultat attendu.",
                    "Relisez le nouveau résultat ; s’il est bon, remplacez ce fichier par lui.");
            }
        }
    }

    /// <summary>Each output with the name of its golden file, which holds exactly that text.</summary>
    public static IEnumerable<(string File, string Text)> Outputs(TemplatePreview preview) =>
        new (string File, string? Text)[]
        {
            (PackageFiles.ExpectedSubject, preview.Subject), (PackageFiles.ExpectedHtml, preview.Html),
            (PackageFiles.ExpectedText, preview.Text), (PackageFiles.ExpectedSms, preview.Sms?.Text),
        }
        .Where(output => output.Text is not null)
        .Select(output => (output.File, output.Text!));
}
