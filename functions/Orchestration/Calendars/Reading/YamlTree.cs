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
    private readonly SourceText source;
    private readonly ProblemList problems;
    private readonly List<string> path = [];

    private YamlTree(IEnumerator<ParsingEvent> events, SourceText source, ProblemList problems)
    {
        this.events = events;
        this.source = source;
        this.problems = problems;
    }

    /// <returns>Null when nothing could be read; the reason is among the problems.</returns>
    public static SourceNode? Read(ReadOnlySpan<byte> content, ProblemList problems)
    {
        if (CalendarText.Decode(content, problems) is not { } source || YamlEvents.Read(source, problems) is not { } events)
        {
            return null;
        }

        if (Build(events, source, problems) is { } root)
        {
            return root;
        }

        problems.Error(ProblemCodes.EmptyFile, SourcePlace.File, $"Le fichier est vide.", Vocabulary.Yaml.Example("calendar"));
        return null;
    }

    /// <summary>Takes balanced events of one document at most.</summary>
    /// <returns>Null when there is no document.</returns>
    public static SourceNode? Build(IReadOnlyList<ParsingEvent> events, SourceText source, ProblemList problems)
    {
        using var content = events
            .Where(found => found is NodeEvent or AnchorAlias or MappingEnd or SequenceEnd)
            .GetEnumerator();
        return content.MoveNext() ? new YamlTree(content, source, problems).Node() : null;
    }

    private SourceNode Node()
    {
        Refuse(events.Current);
        return events.Current switch
        {
            Scalar scalar => new YamlScalar(source, scalar.Start, scalar.End, scalar.Value, scalar.Style),
            MappingStart mapping => Mapping(mapping.Start),
            SequenceStart sequence => Sequence(sequence.Start),
            var alias => new YamlScalar(source, alias.Start, alias.End, "", ScalarStyle.Any),
        };
    }

    private YamlGroup Mapping(Mark start)
    {
        var entries = new Dictionary<string, KeyValuePair<SourceScalar, SourceNode>>(StringComparer.Ordinal);
        while (events.MoveNext() && events.Current is not MappingEnd)
        {
            var key = Node();
            var name = key as SourceScalar;
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

        return new YamlGroup(start, events.Current.End, [.. entries.Values]);
    }

    private YamlList Sequence(Mark start)
    {
        var items = new List<SourceNode>();
        while (events.MoveNext() && events.Current is not SequenceEnd)
        {
            path.Add(string.Create(CultureInfo.InvariantCulture, $"[{items.Count}]"));
            items.Add(Node());
            path.RemoveAt(path.Count - 1);
        }

        return new YamlList(start, events.Current.End, items);
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

    private SourcePlace PlaceOf(SourceNode node) => node.Place(string.Concat(path));
}
