using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>T1xx: the grammar.</summary>
internal static class SyntaxFaults
{
    public static Fault ExpressionExpected(Token found) => new(
        "T101", $"Une valeur est attendue ici, pas {Describe(found)}.",
        "Écrire un champ, un nombre, un texte entre guillemets ou un appel de fonction.");

    public static Fault UnexpectedAfterExpression(Token found) => new(
        "T102", $"{Capital(Describe(found))} n'a pas de sens à cet endroit.",
        "Séparer deux instructions par un point-virgule ou une fin de ligne ; mettre un appel de fonction entre parenthèses : "
        + "`1 + (string.size nom)`.");

    public static Fault NotClosed(Token opening, string sign) =>
        new("T103", $"{Capital(Describe(opening))} n'est pas fermé.", $"Ajouter `{sign}`.");

    public static Fault SignExpected(string sign, Token found) =>
        new("T104", $"`{sign}` est attendu ici, pas {Describe(found)}.", $"Ajouter `{sign}`.");

    public static Fault MemberExpected(Token found) =>
        new(
            "T105", $"Un nom est attendu ici, pas {Describe(found)}.",
            "Écrire un nom en lettres, chiffres et `_`, qui commence par une lettre.");

    public static Fault FunctionExpectedAfterPipe() => new(
        "T106", "Après `|` vient une fonction.", "Écrire par exemple `prenom | string.upcase`.");

    public static Fault OperatorAfterPipe() => new(
        "T107", "Une opération après `|` prête à confusion.", "Mettre l'appel entre parenthèses : `(nom | string.size) + 1`.");

    public static Fault NamedArgument() => new(
        "T108", "Les arguments nommés ne servent qu'à `include`.", "Donner les arguments dans l'ordre, sans leur nom.");

    public static Fault ListExpectedAfterIn() => new(
        "T109", "Après `in` vient une liste.", "Écrire par exemple `profession in [\"infirmier\", \"pharmacien\"]`.");

    public static Fault TooDeep(int limit) => new(
        "T110", $"Plus de {limit} niveaux sont emboîtés ici.", "Découper : ranger une partie du calcul dans une variable.");

    public static Fault RefusedWord(string word) => new(
        "T111",
        $"`{word}` n'est pas permis dans un modèle : un modèle se termine toujours et ne change que ses propres variables.",
        word switch
        {
            "while" => "Écrire une boucle `for … in …`, sur une liste ou une plage `1..10`.",
            "func" or "do" or "ret" => "Mettre la partie répétée dans un fichier et l'appeler par `include`.",
            "wrap" => "Capturer le contenu (`capture corps`) et le passer à un gabarit : `include 'layouts/…' corps: corps`.",
            "with" or "this" => "Écrire le nom complet du champ.",
            "tablerow" => "Écrire une boucle `for` et les balises `<tr>` et `<td>`.",
            _ => "Retirer cette instruction.",
        });

    public static Fault MissingEnd(string keyword) =>
        new("T112", $"Ce `{keyword}` n'est pas fermé.", "Ajouter `{{ end }}`.");

    public static Fault StrayKeyword(string keyword) => new(
        "T113", $"Ce `{keyword}` ne correspond à rien d'ouvert.",
        "Le retirer, ou ajouter l'instruction qu'il devrait poursuivre.");

    public static Fault VariableExpected() => new(
        "T114", "Une variable est attendue ici.", "Écrire un nom simple, comme `total` ou `$total`.");

    public static Fault NestedAssignment() => new(
        "T115", "Une affectation est une instruction à elle seule.",
        "L'écrire sur sa propre ligne ; pour comparer, écrire `==`.");

    public static Fault InExpected(Token found) =>
        new("T116", $"`in` est attendu ici, pas {Describe(found)}.", "Écrire `for article in articles`.");

    public static Fault RefusedLoopOption(string name) => new(
        "T117", $"`{name}` n'est pas une option de boucle.", "Les options sont `offset:`, `limit:` et `reversed`.");

    public static Fault StatementInCase() => new(
        "T118", "Dans un `case`, seuls `when` et `else` sont permis.", "Déplacer cette instruction dans une branche `when`.");

    public static Fault IncludeInExpression() => new(
        "T119", "`include` s'écrit seul, il n'a pas de valeur.",
        "Pour garder son texte, l'entourer de `capture texte` et de `end`.");

    public static Fault TextAfterElse() => new(
        "T120", "Il y a déjà un `else` dans cette instruction.", "Garder un seul `else`, en dernier.");

    private static string Describe(Token token) => token switch
    {
        { Kind: TokenKind.End } => "la fin du fichier",
        { Kind: TokenKind.NewLine } => "la fin de la ligne",
        { Kind: TokenKind.CodeExit } => "la fin du bloc `}}`",
        { Kind: TokenKind.Raw or TokenKind.CodeEnter } => "du texte",
        { Kind: TokenKind.Name } => $"`{token.Text}`",
        { Kind: TokenKind.Local } => $"`${token.Text}`",
        { Kind: TokenKind.Literal, Value: string } => "un texte",
        { Kind: TokenKind.Literal } => "un nombre",
        { Kind: TokenKind.InterpolationStart or TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd } => "un texte",
        _ => $"`{Sign(token.Kind)}`",
    };

    private static string Sign(TokenKind kind) => kind switch
    {
        TokenKind.Not => "!",
        TokenKind.Question => "?",
        TokenKind.SafeDot => "?.",
        TokenKind.Dot => ".",
        TokenKind.Pipe => "|",
        TokenKind.Comma => ",",
        TokenKind.Colon => ":",
        TokenKind.Equal => "=",
        TokenKind.OpenParen => "(",
        TokenKind.CloseParen => ")",
        TokenKind.OpenBracket => "[",
        TokenKind.CloseBracket => "]",
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        _ when Precedence.TryGet(kind, out var op, out _) => Precedence.Sign(op),
        _ => kind.ToString(),
    };

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
