using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>
/// Loads the YAML of an upload: one mapping, no anchor, alias or tag, 20 levels at most; what is odd is a problem, never an exception.
/// </summary>
internal static class SafeYaml
{
    private const int MaxDepth = 20;

    /// <returns>The mapping, or null when there is a problem.</returns>
    public static YamlMappingNode? Load(string text, ProblemLog problems)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            return Refused(scanner, problems) ? null : Mapping(text, problems);
        }
        catch (YamlException exception) when (exception.Message.Contains("duplicate key", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add("M005", At(exception.Start), "Une clé est donnée deux fois ici.", "Gardez l’une des deux.");
        }
        catch (YamlException exception)
        {
            ReportSyntax(At(exception.End), problems);
        }
        catch (InvalidOperationException)
        {
            // The scanner answers some broken flow lists in this way instead of with a YamlException.
            ReportSyntax(At(scanner.CurrentPosition), problems);
        }

        return null;
    }

    private static void ReportSyntax(Place place, ProblemLog problems) => problems.Add(
        "M002", place, "À partir d’ici, le fichier n’est plus du YAML.",
        "Vérifiez, ici ou juste avant, les retraits, l’espace après les deux-points et les guillemets.");

    public static Place At(YamlNode node) => At(node.Start, node is YamlScalarNode scalar ? scalar.Value?.Length ?? 0 : 0);

    private static Place At(Mark mark, int length = 0) => new((int)mark.Line, (int)mark.Column, length);

    private static YamlMappingNode? Mapping(string text, ProblemLog problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: YamlMappingNode mapping }])
        {
            return mapping;
        }

        problems.Add("M003", Place.Start, "Le fichier doit contenir un seul ensemble de clés.", "Commencez chaque ligne par « clé: valeur ».");
        return null;
    }

    private static bool Refused(Scanner scanner, ProblemLog problems)
    {
        var parser = new Parser(scanner);
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            var isReference = parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false };
            if (isReference || depth > MaxDepth)
            {
                problems.Add(
                    "M004", At(parser.Current.Start), "Une ancre, un renvoi, une étiquette ou un 21e niveau n’ont pas leur place ici.",
                    "Écrivez la valeur en toutes lettres.");
                return true;
            }
        }

        return false;
    }
}
