using Orchestration.Templating.Functions;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>T2xx: names.</summary>
internal static class NameFaults
{
    public static Fault UnknownName(string name, IEnumerable<string> known) => new(
        "T201", $"Le nom `{name}` est inconnu.",
        Near(name, known) ?? "Déclarer ce champ dans `template.yaml`, ou lui donner d'abord une valeur : `nom = …`.");

    public static Fault UnknownMember(string owner, string name, IReadOnlyCollection<string> known) => new(
        "T202", $"`{name}` n'existe pas dans {owner}.",
        Near(name, known) ?? (known.Count == 0 ? "Retirer ce qui suit le point." : $"Sont permis : {Quote(known)}."));

    public static Fault UnknownFunction(string name) => new(
        "T203", $"La fonction `{name}` n'existe pas.",
        Near(name, FunctionTable.Names) ?? NearWithoutNamespace(name)
            ?? "Voir la liste des fonctions : `string.*`, `date.*`, `math.*`, `array.*`, `html.*`, `regex.*`.");

    public static Fault RefusedFunction(string name, string mend) =>
        new("T204", $"`{name}` n'est pas permis dans un modèle.", mend);

    public static Fault FieldAssigned(string name) => new(
        "T205", $"`{name}` est un champ : un modèle ne le change pas.",
        $"Choisir un autre nom de variable, par exemple `mon_{name}`.");

    public static Fault ReservedName(string name) =>
        new("T206", $"`{name}` est un mot du langage.", "Choisir un autre nom.");

    public static Fault FixedVariable(string name) => new(
        "T207", $"`{name}` est la variable d'une boucle ou un argument reçu : elle ne se change pas.",
        "Ranger le résultat dans une autre variable.");

    public static Fault HiddenVariable(string name) => new(
        "T208", $"`{name}` existe déjà : la boucle la cacherait.", "Choisir un autre nom pour la variable de la boucle.");

    public static Fault OutsideLoop(string word) =>
        new("T209", $"`{word}` n'a de sens que dans une boucle `for`.", "Le retirer, ou le placer entre `for` et `end`.");

    public static Fault GlobalInInclude(string name) => new(
        "T210", "Un fichier inclus n'a que des variables à lui.", $"Écrire `${name}`.");

    public static Fault UnknownLocal(string name) => new(
        "T211", $"La variable `${name}` n'a pas encore de valeur.", $"Lui en donner une : `${name} = …`.");

    public static Fault NotAFunction(string name) => new(
        "T213", $"`{name}` n'est pas une fonction.", $"Séparer les deux valeurs, ou les joindre : `{name} + \" \" + …`.");

    public static Fault MemberTwice(string name) => new("T214", $"Le membre `{name}` est donné deux fois.", "N'en garder qu'un.");

    public static Fault LoopProperty(string name, IReadOnlyCollection<string> known) => new(
        "T212", $"`for.{name}` n'existe pas.", name switch
        {
            "rindex" => "Écrire `for.length - for.index - 1`.",
            _ => $"Sont permis : {Quote(known.Select(item => "for." + item))}.",
        });

    /// <summary><c>upcase</c> for <c>string.upcase</c>.</summary>
    private static string? NearWithoutNamespace(string name)
    {
        if (FunctionTable.IsNamespace(name)) return null;
        var whole = FunctionTable.Names.Order(StringComparer.Ordinal).ToLookup(known => known.Split('.')[^1]);
        return NearName.Find(name, whole.Select(names => names.Key)) is { } near ? $"Écrire `{whole[near].First()}` ?" : null;
    }

    private static string? Near(string name, IEnumerable<string> known) =>
        NearName.Find(name, known) is { } near ? $"Écrire `{near}` ?" : null;

    private static string Quote(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
