using YamlDotNet.Core;

namespace Orchestration.Calendars.Reading;

/// <summary>Says in French where a file stops being YAML; the parser's own words are in English and about its insides.</summary>
internal static class YamlSyntax
{
    private const string QuotedCriterion = "audience: '!ald && age >= 18'";

    public static void Report(YamlException fault, SourceText source, ProblemList problems)
    {
        if (fault.Message.Contains("tab", StringComparison.OrdinalIgnoreCase) && FirstTab(source.Text) is { } tab)
        {
            problems.Error(
                ProblemCodes.YamlSyntax, source.PlaceAt(tab, ""),
                $"Une tabulation sert d'indentation : le YAML ne l'admet pas.",
                $"Remplacez-la par des espaces.");
        }
        else
        {
            Report(fault.End.Line > 0 ? fault.End : fault.Start, problems);
        }
    }

    public static void Report(Mark mark, ProblemList problems) => problems.Error(
        ProblemCodes.YamlSyntax, new SourcePlace((int)mark.Line, (int)mark.Column, ""),
        $"À partir d'ici, le fichier n'est plus du YAML ; rien de ce qu'il contient n'a été vérifié.",
        $"Vérifiez, ici ou juste avant, l'indentation, l'espace après les deux-points et la fermeture des guillemets et des crochets. "
            + $"Un texte qui contient « {":"} » ou qui commence par un signe se met entre apostrophes, ainsi : {QuotedCriterion}");

    private static int? FirstTab(string text)
    {
        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var lineStart = text.LastIndexOf('\n', tab) + 1;
            if (string.IsNullOrWhiteSpace(text[lineStart..tab]))
            {
                return tab;
            }
        }

        return null;
    }
}
