using Orchestration.Templating.Expressions;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>
/// Expressions: <c>pipe = conditional {"|" call}</c>, <c>conditional = call ["?" pipe ":" pipe]</c>, <c>call = binary
/// {binary}</c>. Where Scriban groups in a surprising way, parentheses are asked for. After a first fault a statement is not
/// read further.
/// </summary>
internal sealed partial class ExpressionGrammar(TokenStream tokens, ProblemList problems, Dialect dialect)
{
    private const int MaxDepth = 100;
    private int _depth;
    private int _openConditionals;

    public bool HasFailed { get; private set; }

    /// <summary>A criterion: one expression and nothing else.</summary>
    public Expression ParseWhole()
    {
        tokens.EnterGroup();
        var expression = Parse();
        if (!tokens.Is(TokenKind.End)) Fail(tokens.Current, SyntaxFaults.UnexpectedAfterExpression(tokens.Current));
        return expression;
    }

    public void StartStatement() => HasFailed = false;

    /// <summary>While set, a name before a colon is an option of the loop.</summary>
    public bool IsInLoopHeader { get; set; }

    public Expression Parse()
    {
        var left = ParseConditional(ParseCall(ParseBinary(0)));
        while (tokens.TryTake(TokenKind.Pipe, out var pipe))
        {
            tokens.SkipNewLines();
            left = ParsePiped(left, pipe);
        }

        if (left is CallExpression { IsPiped: true } && tokens.Is(TokenKind.Question))
            Fail(tokens.Current, SyntaxFaults.OperatorAfterPipe());
        return left;
    }

    /// <summary>What may follow <c>name:</c>; anything longer needs parentheses.</summary>
    public Expression ParseArgument() => ParseUnary();

    public Expression ParseBinary(int precedence)
    {
        var left = ParseUnary();
        while (!HasFailed)
        {
            if (IsMembershipTest && precedence < Precedence.Comparison)
            {
                left = ParseMembership(left);
                continue;
            }

            if (!Precedence.TryGet(tokens.Current.Kind, out var op, out var found) || found <= precedence) break;
            var sign = tokens.Take();
            tokens.SkipNewLines();
            var right = Deeper(() => ParseBinary(found));
            left = new BinaryExpression(op, left, right, sign.Span, left.Span.To(right.Span));
        }

        return left;
    }

    private Expression ParseUnary()
    {
        UnaryOperator? op = tokens.Current.Kind switch
        {
            TokenKind.Not => UnaryOperator.Not,
            TokenKind.Minus => UnaryOperator.Negate,
            TokenKind.Plus => UnaryOperator.Plus,
            _ => null,
        };
        if (op is null) return ParsePostfix(ParsePrimary());
        var sign = tokens.Take();
        var operand = Deeper(() => ParseBinary(Precedence.Unary));
        return new UnaryExpression(op.Value, operand, sign.Span.To(operand.Span));
    }

    private Expression ParseConditional(Expression condition)
    {
        if (dialect == Dialect.Criteria || !tokens.TryTake(TokenKind.Question, out _)) return condition;
        _openConditionals++;
        var then = Deeper(Parse);
        _openConditionals--;
        Expect(TokenKind.Colon, ":");
        var otherwise = Deeper(Parse);
        return new ConditionalExpression(condition, then, otherwise, condition.Span.To(otherwise.Span));
    }

    private Expression ParsePostfix(Expression target)
    {
        while (!HasFailed)
        {
            var token = tokens.Current;
            if (token.Kind is TokenKind.Dot or TokenKind.SafeDot) target = ParseMember(target);
            else if (token is { Kind: TokenKind.OpenBracket, AfterSpace: false } && target is not LiteralExpression)
                target = ParseIndex(target);
            else if (token is { Kind: TokenKind.OpenParen, AfterSpace: false } && target is PathExpression path)
                target = ParseExplicitCall(path);
            else return target;
        }

        return target;
    }

    private Expression ParseMember(Expression target)
    {
        var dot = tokens.Take();
        var name = tokens.Current;
        if (name.Kind != TokenKind.Name) return Fail(name, SyntaxFaults.MemberExpected(name));
        tokens.Take();
        var span = target.Span.To(name.Span);
        if (target is PathExpression path && dot.Kind == TokenKind.Dot)
            return new PathExpression([.. path.Names, name.Text], span);

        // As in Scriban, a `?.` guards the members that follow it too.
        var isSafe = dot.Kind == TokenKind.SafeDot || target is MemberExpression { IsSafe: true };
        return new MemberExpression(target, name.Text, name.Span, isSafe, span);
    }

    private IndexExpression ParseIndex(Expression target)
    {
        var open = tokens.Take();
        tokens.EnterGroup();
        var index = Deeper(Parse);
        var close = Expect(TokenKind.CloseBracket, "]", open);
        tokens.LeaveGroup();
        return new IndexExpression(target, index, target.Span.To(close.Span));
    }

    private bool IsMembershipTest => dialect == Dialect.Criteria && tokens.Current.IsName("in");

    private Expression ParseMembership(Expression operand)
    {
        tokens.Take();
        if (!tokens.Is(TokenKind.OpenBracket)) return Fail(tokens.Current, SyntaxFaults.ListExpectedAfterIn());
        var (items, end) = ParseItems();
        return new InExpression(operand, items, operand.Span.To(end));
    }

    private Expression Deeper(Func<Expression> parse)
    {
        _depth++;
        var expression = _depth <= MaxDepth ? parse() : Fail(tokens.Current, SyntaxFaults.TooDeep(MaxDepth));
        _depth--;
        return expression;
    }

    private Token Expect(TokenKind kind, string sign, Token? opening = null)
    {
        if (tokens.TryTake(kind, out var token)) return token;
        if (opening is { } open) Fail(open, SyntaxFaults.NotClosed(open, sign));
        else Fail(token, SyntaxFaults.SignExpected(sign, token));
        return token;
    }

    public MissingExpression Fail(Token token, Fault fault)
    {
        if (!HasFailed) problems.Add(token.Span, fault);
        HasFailed = true;
        return new MissingExpression(token.Span);
    }
}
