using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// The events of a file's only document, all or nothing: reading stops at the first place where the text is no YAML, or is more
/// than a calendar can hold. What comes back is balanced and at most <see cref="MaxDepth"/> deep.
/// </summary>
internal static class YamlEvents
{
    /// <summary>Mappings and lists inside one another.</summary>
    public const int MaxDepth = 20;

    /// <summary>What 20 000 sends need, and no more than a small machine can hold.</summary>
    public const int MaxCount = 1_000_000;

    // Stream and document events nest too.
    private const int Envelope = 2;

    /// <returns>Null when reading had to stop; the reason is among the problems.</returns>
    public static IReadOnlyList<ParsingEvent>? Read(SourceText source, ProblemList problems)
    {
        var scanner = new Scanner(new StringReader(source.Text));
        var parser = new Parser(scanner);
        var events = new List<ParsingEvent>();
        var depth = -Envelope;
        try
        {
            while (parser.MoveNext())
            {
                var found = parser.Current!;
                depth += found.NestingIncrease;
                if (IsTooMuch(found, depth, events, problems))
                {
                    return null;
                }

                events.Add(found);
            }

            if (FirstUnpaired(events) is not { } mark)
            {
                return events;
            }

            YamlSyntax.Report(mark, problems);
        }
        catch (YamlException fault)
        {
            YamlSyntax.Report(fault, source, problems);
        }
        catch (InvalidOperationException)
        {
            // The scanner answers some broken flow lists in this way instead of with a YamlException.
            YamlSyntax.Report(scanner.CurrentPosition, problems);
        }

        return null;
    }

    /// <summary>Of some broken lines (« - : 20 ») the parser makes a key without a value instead of an error.</summary>
    /// <returns>Where such a group starts.</returns>
    private static Mark? FirstUnpaired(IReadOnlyList<ParsingEvent> events)
    {
        var open = new Stack<(ParsingEvent Start, int Children)>();
        foreach (var found in events)
        {
            if (found is NodeEvent or AnchorAlias && open.TryPop(out var parent))
            {
                open.Push(parent with { Children = parent.Children + 1 });
            }

            if (found is MappingStart or SequenceStart)
            {
                open.Push((found, 0));
            }
            else if (found is MappingEnd or SequenceEnd && open.TryPop(out var ended) && ended.Start is MappingStart && ended.Children % 2 != 0)
            {
                return ended.Start.Start;
            }
        }

        return open.TryPop(out var unended) ? unended.Start.Start : null;
    }

    private static bool IsTooMuch(ParsingEvent found, int depth, List<ParsingEvent> before, ProblemList problems)
    {
        var place = new SourcePlace((int)found.Start.Line, (int)found.Start.Column, "");
        if (depth > MaxDepth)
        {
            problems.Error(
                ProblemCodes.TooDeep, place,
                $"Plus de {MaxDepth} niveaux imbriqués.",
                $"Un calendrier n'en demande que quatre : vérifiez l'indentation et les crochets.");
        }
        else if (before.Count >= MaxCount)
        {
            problems.Error(
                ProblemCodes.TooManyValues, place,
                $"Plus de {MaxCount / 2} valeurs dans le fichier.",
                $"Répartissez les campagnes entre plusieurs calendriers.");
        }
        else if (found is DocumentStart && before.OfType<DocumentStart>().Any())
        {
            problems.Error(
                ProblemCodes.SeveralDocuments, place,
                $"Un second document commence ici (ligne « --- »).",
                $"Gardez un seul calendrier par fichier.");
        }
        else
        {
            return false;
        }

        return true;
    }
}
