using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>T0xx: the characters.</summary>
internal static class LexicalFaults
{
    public static Fault UnterminatedText() =>
        new("T001", "Ce texte n'a pas de guillemet fermant.", "Ajouter le guillemet ; dans le texte lui-même, l'écrire `\\\"`.");

    public static Fault UnterminatedBlock() =>
        new("T002", "Ce bloc de code n'est pas fermé.", "Ajouter `}}`.");

    public static Fault UnterminatedEscape(string closing) =>
        new("T003", "Ce bloc de texte brut n'est pas fermé.", $"Ajouter `{closing}`.");

    public static Fault UnexpectedCharacter(char c) =>
        new(
            "T004", $"Le caractère `{c}` ne veut rien dire ici.",
            "Le retirer ; un texte se met entre guillemets droits : `\"…\"`.");

    public static Fault UnknownEscape(char c) => new(
        "T005", $"L'échappement `\\{c}` n'existe pas.",
        "Écrire `\\\\` pour une barre oblique inverse ; sont permis `\\n`, `\\t`, `\\\"`, `\\'`, `\\u00e9`.");

    public static Fault RefusedNumber(string text) => new(
        "T006", $"`{text}` n'est pas un nombre permis.",
        "Écrire le nombre en chiffres, avec un point s'il a des décimales : `1250` ou `12.50`.");

    public static Fault NumberTooLong(string text) =>
        new(
            "T007", $"Le nombre `{text}` est trop long.",
            "Un entier va jusqu'à 9223372036854775807 ; un décimal a 27 chiffres au plus.");

    public static Fault RefusedOperator(string text, string mend) =>
        new("T008", $"L'opérateur `{text}` n'est pas permis dans un modèle.", mend);
}
