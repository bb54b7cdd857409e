using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// From events to values. Anchors, aliases and tags are refused, and aliases never followed, so that a small file cannot become
/// a large one; of two equal keys the first is kept.
/// </summary>
internal sealed class YamlTree
{
    private readonly IEnumerator<ParsingEvent> events;
    private readonly ProblemList problems;
    private readonly List<string> path = [];

    private YamlTree(IEnumerator<ParsingEvent> events, ProblemList problems)
    {
        this.events = events;
        this.problems = problems;
    }

    /// <summary>Takes balanced events of one document at most.</summary>
    /// <returns>Null when there is no document.</returns>
    public static YamlNode? Build(IReadOnlyList<ParsingEvent> events, ProblemList problems)
    {
        using var content = events
            .Where(found => found is NodeEvent or AnchorAlias or MappingEnd or SequenceEnd)
            .GetEnumerator();
        return content.MoveNext() ? new YamlTree(content, problems).Node() : null;
    }

    private YamlNode Node()
    {
        Refuse(events.Current);
        return events.Current switch
        {
            Scalar scalar => new YamlScalar(scalar.Start, scalar.End, scalar.Value, scalar.Style),
            MappingStart mapping => Mapping(mapping.Start),
            SequenceStart sequence => Sequence(sequence.Start),
            var alias => new YamlScalar(alias.Start, alias.End, "", ScalarStyle.Any),
        };
    }

    private YamlMapping Mapping(Mark start)
    {
        var entries = new Dictionary<string, KeyValuePair<YamlScalar, YamlNode>>(StringComparer.Ordinal);
        while (events.MoveNext() && events.Current is not MappingEnd)
        {
            var key = Node();
            var name = key as YamlScalar;
            path.Add(path.Count == 0 ? $"{name?.Value}" : $".{name?.Value}");
            events.MoveNext();
            var value = Node();
            if (name is null)
            {
                problems.Error(
                    ProblemCodes.BadKey, PlaceOf(key),
                    $"Une clé est une liste ou un groupe.", $"Une clé est un mot, suivi de deux-points et d'une espace.");
            }
            else if (!entries.TryAdd(name.Value, new(name, value)))
            {
                problems.Error(
                    ProblemCodes.DuplicateKey, PlaceOf(key),
                    $"La clé « {name.Value} » est déjà donnée ligne {entries[name.Value].Key.Line}.", $"Gardez l'une des deux.");
            }

            path.RemoveAt(path.Count - 1);
        }

        return new YamlMapping(start, [.. entries.Values]);
    }

    private YamlSequence Sequence(Mark start)
    {
        var items = new List<YamlNode>();
        while (events.MoveNext() && events.Current is not SequenceEnd)
        {
            path.Add(string.Create(CultureInfo.InvariantCulture, $"[{items.Count}]"));
            items.Add(Node());
            path.RemoveAt(path.Count - 1);
        }

        return new YamlSequence(start, items);
    }

    private void Refuse(ParsingEvent found)
    {
        var place = new SourcePlace((int)found.Start.Line, (int)found.Start.Column, string.Concat(path));
        if (found is AnchorAlias alias)
        {
            problems.Error(
                ProblemCodes.Alias, place,
                $"« *{alias.Value.Value} » renvoie à une ancre YAML : un calendrier n'en contient pas.",
                $"Écrivez la valeur en toutes lettres.");
        }

        if (found is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            problems.Error(
                ProblemCodes.Anchor, place,
                $"« &{anchored.Anchor.Value} » pose une ancre YAML : un calendrier n'en contient pas.",
                $"Effacez-la, ou mettez le texte entre apostrophes s'il commence par « & ».");
        }

        if (found is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            problems.Error(
                ProblemCodes.Tag, place,
                $"« {tagged.Tag.Value} » est un type YAML : un calendrier n'en contient pas.",
                $"Effacez-le, ou mettez le texte entre apostrophes s'il commence par « ! ».");
        }
    }

    private SourcePlace PlaceOf(YamlNode node) => new(node.Line, node.Column, string.Concat(path));
}
