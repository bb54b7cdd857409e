using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>The three ways to write a call: <c>f a b</c>, <c>f(a, b)</c>, <c>a | f b</c>.</summary>
internal sealed partial class ExpressionGrammar
{
    /// <summary>A bare name followed by an expression on the same line is a call.</summary>
    private Expression ParseCall(Expression left)
    {
        if (HasFailed || !StartsArgument()) return left;
        if (left is not PathExpression path || IsParenthesised(path))
            return Fail(tokens.Current, SyntaxFaults.UnexpectedAfterExpression(tokens.Current));
        var arguments = ParseArguments();
        return new CallExpression(path.Path, path.Span, arguments, false, path.Span.To(arguments[^1].Span));
    }

    private Expression ParsePiped(Expression input, Token pipe)
    {
        var target = ParsePostfix(ParsePrimary());
        if (HasFailed) return target;
        var (name, arguments) = target switch
        {
            PathExpression found when !IsParenthesised(found) => (found, ParseArguments()),
            CallExpression { IsPiped: false } call => (
                new PathExpression(call.Function.Split('.'), call.FunctionSpan), call.Arguments),
            _ => (null, []),
        };
        if (name is null) return Fail(pipe, SyntaxFaults.FunctionExpectedAfterPipe());
        if (Precedence.TryGet(tokens.Current.Kind, out _, out _)) return Fail(tokens.Current, SyntaxFaults.OperatorAfterPipe());
        var end = arguments.Count > 0 ? arguments[^1].Span : target.Span;
        return new CallExpression(name.Path, name.Span, [input, .. arguments], true, input.Span.To(end));
    }

    private List<Expression> ParseArguments()
    {
        var arguments = new List<Expression>();
        while (!HasFailed && StartsArgument())
        {
            arguments.Add(Deeper(() => ParseBinary(0)));
            if (tokens.Is(TokenKind.Colon) && tokens.Previous.Kind == TokenKind.Name && _openConditionals == 0)
                Fail(tokens.Previous, SyntaxFaults.NamedArgument());
        }

        return arguments;
    }

    private CallExpression ParseExplicitCall(PathExpression function)
    {
        var open = tokens.Take();
        tokens.EnterGroup();
        var arguments = new List<Expression>();
        while (!HasFailed && !tokens.Is(TokenKind.CloseParen))
        {
            arguments.Add(Deeper(Parse));
            if (!tokens.TryTake(TokenKind.Comma, out _)) break;
        }

        var close = Expect(TokenKind.CloseParen, ")", open);
        tokens.LeaveGroup();
        return new CallExpression(function.Path, function.Span, arguments, false, function.Span.To(close.Span));
    }

    private bool StartsArgument() => StartsExpression(tokens.Current) && !IsMembershipTest && !IsLoopOption();

    /// <summary><c>reversed</c>, <c>offset:</c> and <c>limit:</c> after a list belong to the loop.</summary>
    private bool IsLoopOption() => tokens.Current.IsName("reversed")
        || (IsInLoopHeader && tokens.Current.Kind == TokenKind.Name && tokens.Next.Kind == TokenKind.Colon);

    private bool IsParenthesised(PathExpression path) => ReferenceEquals(path, _parenthesised);
}
