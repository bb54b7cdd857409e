using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>
/// One mapping of a manifest, read key by key. Each reader reports what is wrong and returns a harmless value, so that one reading
/// finds every problem; <see cref="RefuseOtherKeys"/> then names the keys that nobody asked for.
/// </summary>
internal sealed class ManifestSection(YamlMappingNode node, ProblemLog problems)
{
    private readonly HashSet<string> _known = [];

    public ProblemLog Problems => problems;

    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries =>
        node.Children.Select(child => ((child.Key as YamlScalarNode)?.Value ?? "", child.Key, child.Value));

    public YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.FirstOrDefault(child => (child.Key as YamlScalarNode)?.Value == key).Value;
    }

    /// <summary>A text that must be there and satisfy a rule.</summary>
    public string Text(string key, Func<string, string?> problem)
    {
        if (Find(key) is not { } value)
        {
            Missing(key);
            return "";
        }

        if (value is not YamlScalarNode { Value: { Length: > 0 } text })
        {
            problems.Add("M012", SafeYaml.At(value), $"« {key} » doit être un texte.", $"Écrivez « {key}: valeur » sur une seule ligne.");
            return "";
        }

        if (problem(text) is { } fault)
        {
            problems.Add("M013", SafeYaml.At(value), $"« {key} » n’a pas une valeur possible : {fault}.", "Corrigez cette valeur.");
        }

        return text;
    }

    /// <summary>A text that may be left out unless it is required here.</summary>
    public string? OptionalText(string key, bool required, Func<string, string?> problem) =>
        required || Find(key) is not null ? Text(key, problem) : null;

    public string Text(string key) => Text(key, _ => null);

    public int PositiveInteger(string key)
    {
        var number = 0;
        Text(key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0
            ? null
            : "un nombre entier à partir de 1 est attendu");
        return number;
    }

    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        words.GetValueOrDefault(Text(key, text => words.ContainsKey(text) ? null : $"les valeurs possibles sont {string.Join(", ", words.Keys)}"));

    public ManifestSection? Section(string key, bool required)
    {
        switch (Find(key))
        {
            case YamlMappingNode mapping:
                return new ManifestSection(mapping, problems);
            case null when !required:
                return null;
            case null:
                Missing(key);
                return null;
            case var other:
                problems.Add("M014", SafeYaml.At(other), $"« {key} » doit contenir des clés.", "Mettez-les en retrait, une par ligne.");
                return null;
        }
    }

    public void RefuseOtherKeys()
    {
        foreach (var (name, key, _) in Entries.Where(entry => !_known.Contains(entry.Name)))
        {
            problems.Add(
                "M011", SafeYaml.At(key), $"« {name} » n’est pas une clé connue.",
                $"Les clés possibles ici sont {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    private void Missing(string key) =>
        problems.Add("M010", SafeYaml.At(node) with { Length = 0 }, $"La clé « {key} » manque.", $"Ajoutez « {key}: … ».");
}
