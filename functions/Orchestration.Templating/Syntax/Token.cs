using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">A name, a text or a number: see <see cref="TokenKind"/>.</param>
/// <param name="AfterSpace">Whether whitespace stands before it: <c>f (x)</c> is not <c>f(x)</c>, <c>f [1]</c> not
/// <c>f[1]</c>.</param>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, object? Value, bool AfterSpace)
{
    public string Text => (string)Value!;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
