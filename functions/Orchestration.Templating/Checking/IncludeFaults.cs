using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>T5xx: includes.</summary>
internal static class IncludeFaults
{
    public static Fault NotFound(string name) =>
        new(
            "T501", $"Le fichier `{name}` n'existe pas.",
            "Vérifier son nom ; un gabarit s'appelle par exemple `layouts/courriel`.");

    public static Fault NotConstant() => new(
        "T502", "Le nom d'un fichier inclus s'écrit en toutes lettres.",
        "Écrire par exemple `include 'layouts/courriel'`, un par branche `if` s'il en faut plusieurs.");

    public static Fault Cycle(IEnumerable<string> path) =>
        new("T503", $"Ces fichiers s'incluent en rond : {string.Join(" → ", path)}.", "Retirer l'un de ces `include`.");

    public static Fault OtherKind(string name, TemplateKind kind) => new(
        "T504", kind == TemplateKind.Html ? $"`{name}` est un fichier HTML." : $"`{name}` est un fichier de texte simple.",
        "Inclure un fichier de même nature que celui-ci.");

    public static Fault TooDeep(int limit) =>
        new("T505", $"Plus de {limit} fichiers s'incluent les uns dans les autres.", "Retirer des étages.");

    public static Fault ArgumentTwice(string name) =>
        new("T506", $"L'argument `{name}` est donné deux fois.", "N'en garder qu'un.");

    public static Fault CycleInArgument() => new(
        "T508", "`array.cycle` ne va pas dans un argument d'`include`.", "Ranger d'abord sa valeur dans une variable.");

    public static Fault MissingArgument(string file, string name) => new(
        "T509", $"`{file}` attend l'argument `{name}`.", $"L'ajouter : `include '{file}' {name}: …`.");

    public static Fault RefusedArgument(string name) =>
        new("T507", $"`{name}` ne peut pas nommer un argument.", "Choisir un autre nom.");
}
