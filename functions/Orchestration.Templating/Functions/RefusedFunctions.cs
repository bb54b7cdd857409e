using System.Collections.Frozen;

namespace Orchestration.Templating.Functions;

/// <summary>What Scriban has and templates may not use, each with what to write instead.</summary>
internal static class RefusedFunctions
{
    private const string Declare = "Déclarer un champ qui porte cette valeur : elle sera la même à chaque rendu.";
    private const string Loop = "Écrire une boucle `for` avec un `if`.";
    private const string Types = "Le type d'un champ est connu d'avance : lire sa déclaration dans `template.yaml`.";
    private const string Direct = "Écrire directement ce qui doit être calculé.";
    private const string Sha256 = "Écrire `string.sha256`.";

    private static readonly FrozenDictionary<string, string> Mends = new Dictionary<string, string>
    {
        ["date"] = "Écrire `date.parse \"2027-10-12\"`.",
        ["date.now"] = Declare,
        ["date.utc_now"] = Declare,
        ["date.format"] = "Donner le format à chaque appel : `date.to_string \"%d/%m/%Y\"`.",
        ["date.default_format"] = "Donner le format à chaque appel : `date.to_string \"%d/%m/%Y\"`.",
        ["date.parse_to_string"] = "Écrire `(date.parse \"…\") | date.to_string \"…\"`.",
        ["math.random"] = Declare,
        ["math.uuid"] = Declare,
        ["string.eval"] = Direct,
        ["string.eval_template"] = Direct,
        ["object.eval"] = Direct,
        ["object.eval_template"] = Direct,
        ["string.md5"] = Sha256,
        ["string.sha1"] = Sha256,
        ["string.hmac_sha1"] = "Écrire `string.hmac_sha256`.",
        ["string.base64_decode"] = "Déclarer un champ qui porte le texte en clair.",
        ["string.to_float"] = "Écrire `string.to_double`.",
        ["string.to_long"] = "Écrire `string.to_int`, ou déclarer un champ de type nombre entier.",
        ["array.any"] = Loop,
        ["array.each"] = Loop,
        ["array.filter"] = Loop,
        ["object.format"] = "Écrire `math.format` ou `date.to_string`.",
        ["object.from_json"] = "Déclarer un champ de type objet.",
        ["object.to_json"] = "Imprimer les champs un à un.",
        ["object.has_key"] = Types,
        ["object.has_value"] = "Écrire `objet?.membre != null`.",
        ["object.keys"] = Types,
        ["object.values"] = "Imprimer les champs un à un.",
        ["object.kind"] = Types,
        ["object.typeof"] = Types,
        ["regex.unescape"] = "Écrire le texte voulu entre guillemets.",
        ["timespan.parse"] = "Écrire `timespan.from_days 2`, `timespan.from_hours 1.5`…",
        ["timespan.zero"] = "Écrire `timespan.from_days 0`.",
        ["include_join"] = "Écrire une boucle `for` autour de `include`.",
        ["empty"] = "Comparer à `\"\"`, ou écrire `array.size liste == 0`.",
        ["blank"] = "Écrire `string.whitespace texte`.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What to write instead; null for a name that Scriban does not have either.</summary>
    public static string? Mend(string name) => Mends.GetValueOrDefault(name);
}
