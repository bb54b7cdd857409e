namespace Orchestration.Templating.Syntax;

/// <summary>Every sign, the refused ones too; the longest match wins.</summary>
internal static class OperatorTable
{
    /// <param name="Text">The sign; empty when nothing matched.</param>
    /// <param name="Kind">What to read it as; a refused one is read as its nearest relative, so that the rest is checked
    /// too.</param>
    /// <param name="Mend">What to write instead of a refused one.</param>
    internal readonly record struct Sign(string Text, TokenKind? Kind, string? Mend = null);

    private static readonly Sign[] Signs =
    [
        new("//=", TokenKind.Equal, "Écrire `x = x // …`."),
        new("..<", TokenKind.RangeExclusive),
        new("...", TokenKind.Range, "Une plage s'écrit `1..5`."),
        new("++", null, "Écrire `x = x + 1`."),
        new("--", null, "Écrire `x = x - 1`."),
        new("+=", TokenKind.Equal, "Écrire `x = x + …`."),
        new("-=", TokenKind.Equal, "Écrire `x = x - …`."),
        new("*=", TokenKind.Equal, "Écrire `x = x * …`."),
        new("/=", TokenKind.Equal, "Écrire `x = x / …`."),
        new("%=", TokenKind.Equal, "Écrire `x = x % …`."),
        new("<<", TokenKind.Star, "Multiplier par une puissance de deux."),
        new(">>", TokenKind.Slash, "Diviser par une puissance de deux."),
        new("^^", TokenKind.Star, "Multiplier autant de fois qu'il le faut."),
        new("?!", TokenKind.Coalesce, "Écrire `x != null ? y : null`."),
        new("|>", TokenKind.Pipe, "Écrire `|`."),
        new("==", TokenKind.DoubleEqual),
        new("!=", TokenKind.NotEqual),
        new("<=", TokenKind.LessOrEqual),
        new(">=", TokenKind.GreaterOrEqual),
        new("&&", TokenKind.And),
        new("||", TokenKind.Or),
        new("??", TokenKind.Coalesce),
        new("?.", TokenKind.SafeDot),
        new("..", TokenKind.Range),
        new("//", TokenKind.DoubleSlash),
        new("+", TokenKind.Plus),
        new("-", TokenKind.Minus),
        new("*", TokenKind.Star),
        new("/", TokenKind.Slash),
        new("%", TokenKind.Percent),
        new("<", TokenKind.Less),
        new(">", TokenKind.Greater),
        new("!", TokenKind.Not),
        new("?", TokenKind.Question),
        new(".", TokenKind.Dot),
        new("|", TokenKind.Pipe),
        new(",", TokenKind.Comma),
        new(":", TokenKind.Colon),
        new("=", TokenKind.Equal),
        new("(", TokenKind.OpenParen),
        new(")", TokenKind.CloseParen),
        new("[", TokenKind.OpenBracket),
        new("]", TokenKind.CloseBracket),
        new("{", TokenKind.OpenBrace),
        new("}", TokenKind.CloseBrace),
        new("&", TokenKind.And, "Écrire `&&`."),
        new("^", TokenKind.Star, "Multiplier autant de fois qu'il le faut."),
        new("@", null, "Une fonction ne se passe pas en argument : écrire une boucle `for`."),
    ];

    public static Sign Find(SourceText source, int position)
    {
        var found = Array.Find(Signs, sign => source.Matches(position, sign.Text));
        return found.Text is null ? new Sign("", null) : found;
    }
}
