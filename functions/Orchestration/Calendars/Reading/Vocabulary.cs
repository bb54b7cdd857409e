using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// What a form of calendar calls keys and values, so that problems name what the planner sees: « priority » in YAML,
/// « Priorité » in a workbook. Keys and values are given as YAML has them.
/// </summary>
internal abstract class Vocabulary
{
    public static Vocabulary Yaml { get; } = new YamlVocabulary();

    /// <summary>Which moment to keep of two.</summary>
    public abstract FrenchText MomentKinds { get; }

    public abstract string Name(string key);

    public abstract string Value(string key, string value);

    /// <summary>A key with its value, as a planner would write them.</summary>
    public abstract string Pair(string key, string value);

    public abstract FrenchText Missing(string key);

    public string Word<T>(string key, T value)
        where T : struct, Enum => Value(key, Words<T>.Of(value));

    /// <summary>« at », « every » ou « on ».</summary>
    public string AnyOf(params IEnumerable<string> keys) =>
        French.Or([.. keys.Select(Name).Distinct().Select(name => French.Text($"« {name} »"))]);

    private sealed class YamlVocabulary : Vocabulary
    {
        public override FrenchText MomentKinds => $"Gardez « at » pour une date, « every » pour plusieurs, « on » pour un déclencheur.";

        public override string Name(string key) => key;

        public override string Value(string key, string value) => value;

        public override string Pair(string key, string value) => $"{key}: {value}";

        public override FrenchText Missing(string key) => $"La clé « {key} » manque.";
    }
}
