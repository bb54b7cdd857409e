using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>What stands alone: constants, names, parentheses, lists, objects, interpolated texts.</summary>
internal sealed partial class ExpressionGrammar
{
    /// <summary>The last expression read in parentheses: <c>(f) x</c> is no call.</summary>
    private Expression? _parenthesised;

    private static bool StartsExpression(Token token) => token.Kind is TokenKind.Name or TokenKind.Local or TokenKind.Literal
        or TokenKind.InterpolationStart or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Not;

    private Expression ParsePrimary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                tokens.Take();
                return new LiteralExpression(token.Value, token.Span);
            case TokenKind.Name:
                return ParseName();
            case TokenKind.OpenParen:
                return ParseParenthesis();
            case TokenKind.Local when dialect == Dialect.Template:
                tokens.Take();
                return new LocalExpression(token.Text, token.Span);
            case TokenKind.OpenBracket when dialect == Dialect.Template:
                var (items, end) = ParseItems();
                return new ListExpression(items, token.Span.To(end));
            case TokenKind.OpenBrace when dialect == Dialect.Template:
                return ParseObject();
            case TokenKind.InterpolationStart when dialect == Dialect.Template:
                return ParseInterpolation();
            default:
                return Fail(token, SyntaxFaults.ExpressionExpected(token));
        }
    }

    private Expression ParseName()
    {
        var token = tokens.Take();
        return token.Text switch
        {
            "null" => new LiteralExpression(null, token.Span),
            "true" => new LiteralExpression(true, token.Span),
            "false" => new LiteralExpression(false, token.Span),
            "do" or "this" => Fail(token, SyntaxFaults.RefusedWord(token.Text)),
            _ => new PathExpression([token.Text], token.Span),
        };
    }

    private Expression ParseParenthesis()
    {
        var open = tokens.Take();
        tokens.EnterGroup();
        var inner = Deeper(Parse);
        var close = Expect(TokenKind.CloseParen, ")", open);
        tokens.LeaveGroup();
        return _parenthesised = inner with { Span = open.Span.To(close.Span) };
    }

    private (IReadOnlyList<Expression> Items, SourceSpan End) ParseItems()
    {
        var open = tokens.Take();
        tokens.EnterGroup();
        var items = new List<Expression>();
        while (!HasFailed && !tokens.Is(TokenKind.CloseBracket))
        {
            items.Add(Deeper(Parse));
            if (!tokens.TryTake(TokenKind.Comma, out _)) break;
        }

        var close = Expect(TokenKind.CloseBracket, "]", open);
        tokens.LeaveGroup();
        return (items, close.Span);
    }

    private Expression ParseObject()
    {
        var open = tokens.Take();
        tokens.EnterGroup();
        var members = new List<ObjectMember>();
        while (!HasFailed && !tokens.Is(TokenKind.CloseBrace))
        {
            var name = tokens.Take();
            if (name.Kind != TokenKind.Name && name is not { Kind: TokenKind.Literal, Value: string })
                return Fail(name, SyntaxFaults.MemberExpected(name));
            Expect(TokenKind.Colon, ":");
            members.Add(new ObjectMember(name.Text, name.Span, Deeper(Parse)));
            if (!tokens.TryTake(TokenKind.Comma, out _)) break;
        }

        var close = Expect(TokenKind.CloseBrace, "}", open);
        tokens.LeaveGroup();
        return new ObjectExpression(members, open.Span.To(close.Span));
    }

    private Expression ParseInterpolation()
    {
        var first = tokens.Take();
        var (texts, holes) = (new List<string> { first.Text }, new List<Expression>());
        while (!HasFailed)
        {
            tokens.EnterGroup();
            holes.Add(Deeper(Parse));
            tokens.LeaveGroup();
            var next = tokens.Take();
            if (next.Kind is not (TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd))
                return Fail(next, SyntaxFaults.SignExpected("}", next));
            texts.Add(next.Text);
            if (next.Kind == TokenKind.InterpolationEnd)
                return new InterpolatedExpression(texts, holes, first.Span.To(next.Span));
        }

        return new MissingExpression(first.Span);
    }
}
