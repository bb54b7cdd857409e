using System.Globalization;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// One group of keys of the file. It reports the keys that it should not hold, and hands out the values of the others.
/// </summary>
internal sealed class Section
{
    private readonly Dictionary<string, YamlNode> values;
    private readonly SourcePlace place;

    public Section(YamlMapping mapping, string path, IReadOnlyList<string> keys, ProblemList problems)
    {
        Problems = problems;
        place = new SourcePlace(mapping.Line, mapping.Column, path);
        values = mapping.Entries.ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (key, _) in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Value)))
        {
            problems.Unknown(
                ProblemCodes.UnknownKey, PlaceOf(key, key.Value), $"La clé « {key.Value} » est inconnue ici.", key.Value, keys);
        }
    }

    public ProblemList Problems { get; }

    public SourcePlaces Places => new(place, values.Select(value => KeyValuePair.Create(value.Key, PlaceOf(value.Key))));

    /// <summary>Where the value stands, or where the group starts when it lacks it.</summary>
    public SourcePlace PlaceOf(string key) =>
        values.TryGetValue(key, out var value) ? PlaceOf(value, key) : place with { Path = PathOf(key) };

    public bool Has(string key) => Find(key, required: false) is not null;

    /// <summary>True even when the key has no value.</summary>
    public bool HasKey(string key) => values.ContainsKey(key);

    public bool IsList(string key) => Find(key, required: false) is YamlSequence;

    /// <returns>
    /// Null when the value is absent, or is a list or a group; both are reported, the first only when it is required.
    /// </returns>
    public YamlScalar? Scalar(string key, bool required = true)
    {
        var value = Find(key, required);
        if (value is YamlMapping or YamlSequence)
        {
            Problems.Error(
                ProblemCodes.WrongType, PlaceOf(key),
                $"« {key} » attend une seule valeur, et non une liste ou un groupe.", Mends.Example(key));
        }

        return value as YamlScalar;
    }

    /// <summary>The single values of a list, each with its place. Reports anything else.</summary>
    /// <returns>Null when there is no such list; empty when nothing in it is a single value.</returns>
    public IReadOnlyList<(YamlScalar Value, SourcePlace Place)>? Scalars(string key, bool required = true) =>
        Items<YamlScalar>(key, required, $"« {key} » est une liste de valeurs simples.");

    /// <summary>The groups of a list, each with its path. Reports anything else.</summary>
    public IEnumerable<Section> Sections(string key, IReadOnlyList<string> keys, bool required = true) =>
        (Items<YamlMapping>(key, required, $"« {key} » est une liste de groupes, chacun commençant par « - id: ».") ?? [])
            .Select(item => new Section(item.Value, item.Place.Path, keys, Problems));

    private List<(T Value, SourcePlace Place)>? Items<T>(string key, bool required, FrenchText expected)
        where T : YamlNode
    {
        if (Find(key, required) is not { } value)
        {
            return null;
        }

        if (value is not YamlSequence list)
        {
            Problems.Error(ProblemCodes.WrongType, PlaceOf(key), expected, Mends.Example(key));
            return null;
        }

        var items = new List<(T, SourcePlace)>();
        foreach (var (position, node) in list.Items.Index())
        {
            var itemPlace = new SourcePlace(
                node.Line, node.Column, string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{position}]"));
            if (node is T { } item and not YamlScalar { IsEmpty: true })
            {
                items.Add((item, itemPlace));
            }
            else
            {
                Problems.Error(ProblemCodes.WrongType, itemPlace, expected, Mends.Example(key));
            }
        }

        return items;
    }

    private YamlNode? Find(string key, bool required)
    {
        var isThere = values.TryGetValue(key, out var value);
        if (value is not (null or YamlScalar { IsEmpty: true }))
        {
            return value;
        }

        if (required && isThere)
        {
            Problems.Error(ProblemCodes.MissingValue, PlaceOf(key), $"« {key} » n'a pas de valeur.", Mends.Example(key));
        }
        else if (required)
        {
            Problems.Error(ProblemCodes.MissingKey, PlaceOf(key), $"La clé « {key} » manque.", Mends.Example(key));
        }

        return null;
    }

    private SourcePlace PlaceOf(YamlNode value, string key) => new(value.Line, value.Column, PathOf(key));

    private string PathOf(string key) => place.Path.Length == 0 ? key : $"{place.Path}.{key}";
}
