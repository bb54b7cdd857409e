using System.Globalization;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// One group of keys of the file. It reports the keys that it should not hold, and hands out the values of the others.
/// </summary>
internal sealed class Section
{
    private readonly Dictionary<string, SourceNode> values;
    private readonly SourceGroup mapping;
    private readonly SourcePlace place;

    public Section(SourceGroup mapping, string path, IReadOnlyList<string> keys, ProblemList problems, Vocabulary names)
    {
        this.mapping = mapping;
        Problems = problems;
        Names = names;
        place = mapping.Place(path);
        values = mapping.Entries.ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (key, _) in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Value)))
        {
            problems.Unknown(
                ProblemCodes.UnknownKey, key.Place(PathOf(key.Value)), $"La clé « {key.Value} » est inconnue ici.", key.Value, keys);
        }
    }

    public ProblemList Problems { get; }

    /// <summary>What keys and values are called in this form of file.</summary>
    public Vocabulary Names { get; }

    public SourcePlaces Places => new(place, values.Select(value => KeyValuePair.Create(value.Key, PlaceOf(value.Key))));

    /// <summary>Where the value stands, or should stand when the group lacks it.</summary>
    public SourcePlace PlaceOf(string key) =>
        values.TryGetValue(key, out var value) ? value.Place(PathOf(key)) : mapping.PlaceOfMissing(key, PathOf(key));

    public bool Has(string key) => Find(key, required: false) is not null;

    /// <summary>True even when the key has no value.</summary>
    public bool HasKey(string key) => values.ContainsKey(key);

    /// <summary>True when there was a value, whose fault has been told.</summary>
    public bool HasRefused(string key) => values.GetValueOrDefault(key) is SourceScalar { IsRefused: true };

    public bool IsList(string key) => Find(key, required: false) is SourceList;

    /// <returns>
    /// Null when the value is absent, or is a list or a group; both are reported, the first only when it is required.
    /// </returns>
    public SourceScalar? Scalar(string key, bool required = true)
    {
        var value = Find(key, required);
        if (value is SourceGroup or SourceList)
        {
            Problems.Error(
                ProblemCodes.WrongType, PlaceOf(key),
                $"« {Names.Name(key)} » attend une seule valeur, et non une liste ou un groupe.", Names.Example(key));
        }

        return value as SourceScalar;
    }

    /// <summary>The single values of a list, each with its place. Reports anything else.</summary>
    /// <returns>Null when there is no such list; empty when nothing in it is a single value.</returns>
    public IReadOnlyList<(SourceScalar Value, SourcePlace Place)>? Scalars(string key, bool required = true) =>
        Items<SourceScalar>(key, required, $"« {Names.Name(key)} » est une liste de valeurs simples.");

    /// <summary>The groups of a list, each with its path. Reports anything else.</summary>
    public IEnumerable<Section> Sections(string key, IReadOnlyList<string> keys, bool required = true) =>
        (Items<SourceGroup>(key, required, $"« {key} » est une liste de groupes, chacun commençant par « - id: ».") ?? [])
            .Select(item => new Section(item.Value, item.Place.Path, keys, Problems, Names));

    private List<(T Value, SourcePlace Place)>? Items<T>(string key, bool required, FrenchText expected)
        where T : SourceNode
    {
        if (Find(key, required) is not { } value)
        {
            return null;
        }

        if (value is not SourceList list)
        {
            Problems.Error(ProblemCodes.WrongType, PlaceOf(key), expected, Names.Example(key));
            return null;
        }

        var items = new List<(T, SourcePlace)>();
        foreach (var (position, node) in list.Items.Index())
        {
            var itemPlace = node.Place(string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{position}]"));
            if (node is T { } item and not SourceScalar { IsEmpty: true })
            {
                items.Add((item, itemPlace));
            }
            else
            {
                Problems.Error(ProblemCodes.WrongType, itemPlace, expected, Names.Example(key));
            }
        }

        return items;
    }

    private SourceNode? Find(string key, bool required)
    {
        var isThere = values.TryGetValue(key, out var value);
        if (value is SourceScalar { IsRefused: true })
        {
            return null;
        }

        if (value is not (null or SourceScalar { IsEmpty: true }))
        {
            return value;
        }

        if (required && isThere)
        {
            Problems.Error(ProblemCodes.MissingValue, PlaceOf(key), $"« {Names.Name(key)} » n'a pas de valeur.", Names.Example(key));
        }
        else if (required)
        {
            Problems.Error(ProblemCodes.MissingKey, PlaceOf(key), Names.Missing(key), Names.Example(key));
        }

        return null;
    }

    private string PathOf(string key) => place.Path.Length == 0 ? key : $"{place.Path}.{key}";
}
