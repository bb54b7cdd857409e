using Orchestration.Templating.Expressions;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>Statements. A fault costs its own statement, never the rest of the file.</summary>
internal sealed partial class StatementGrammar
{
    private const int MaxDepth = 100;

    private readonly TokenStream _tokens;
    private readonly ProblemList _problems;
    private readonly ExpressionGrammar _expressions;
    private int _depth;

    private StatementGrammar(TokenStream tokens, ProblemList problems)
    {
        _tokens = tokens;
        _problems = problems;
        _expressions = new ExpressionGrammar(tokens, problems, Dialect.Template);
    }

    public static Block Parse(string text, ProblemList problems)
    {
        var tokens = TemplateLexer.Read(new SourceText(text), problems);
        return new StatementGrammar(new TokenStream(tokens), problems).ParseFile();
    }

    private Block ParseFile()
    {
        var statements = new List<Statement>();
        while (true)
        {
            statements.AddRange(ParseBlock().Statements);
            if (_tokens.Is(TokenKind.End)) return new Block(MergeRaw(statements));
            var stray = _tokens.Take();
            _problems.Add(stray.Span, SyntaxFaults.StrayKeyword(stray.Text));
            _tokens.SkipStatement();
        }
    }

    /// <summary>Up to an <c>end</c>, <c>else</c> or <c>when</c>, not included, or the end of the file.</summary>
    private Block ParseBlock()
    {
        var statements = new List<Statement>();
        while (true)
        {
            var token = _tokens.Current;
            if (token.Kind == TokenKind.End || IsBoundary(token)) return new Block(MergeRaw(statements));
            if (token.Kind is TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine) _tokens.Take();
            else if (token.Kind == TokenKind.Raw) statements.Add(new RawStatement(_tokens.Take().Text, token.Span));
            else if (ParseCode() is { } statement) statements.Add(statement);
        }
    }

    private static bool IsBoundary(Token token) => token.Kind == TokenKind.Name && token.Text is "end" or "else" or "when";

    /// <summary>Escape blocks and comments cut a text in pieces; it is one text.</summary>
    private static List<Statement> MergeRaw(List<Statement> statements)
    {
        var merged = new List<Statement>(statements.Count);
        foreach (var statement in statements)
        {
            if (statement is RawStatement raw && merged is [.., RawStatement previous])
                merged[^1] = new RawStatement(previous.Text + raw.Text, previous.Span.To(raw.Span));
            else merged.Add(statement);
        }

        return merged;
    }

    private Statement? ParseCode()
    {
        _expressions.StartStatement();
        if (_depth >= MaxDepth) _expressions.Fail(_tokens.Current, SyntaxFaults.TooDeep(MaxDepth));
        else
        {
            _depth++;
            var statement = ParseStatement();
            _depth--;
            if (statement is IfStatement or CaseStatement or ForStatement or CaptureStatement) return statement;
            if (!_expressions.HasFailed && EndsStatement()) return statement;
        }

        _tokens.SkipStatement();
        return null;
    }

    private bool EndsStatement()
    {
        if (_tokens.Current.Kind is TokenKind.NewLine or TokenKind.CodeExit or TokenKind.End) return true;
        var fault = _tokens.Is(TokenKind.Equal)
            ? SyntaxFaults.NestedAssignment()
            : SyntaxFaults.UnexpectedAfterExpression(_tokens.Current);
        _expressions.Fail(_tokens.Current, fault);
        return false;
    }

    private Statement? ParseStatement()
    {
        var token = _tokens.Current;
        var isKeyword = token.Kind == TokenKind.Name && _tokens.Next.Kind is not (TokenKind.Dot or TokenKind.Equal);
        switch (isKeyword ? token.Text : "")
        {
            case "if": return ParseIf(_tokens.Take());
            case "case": return ParseCase(_tokens.Take());
            case "for": return ParseFor(_tokens.Take());
            case "capture": return ParseCapture(_tokens.Take());
            case "include": return ParseInclude(_tokens.Take());
            case "break": return new BreakStatement(_tokens.Take().Span);
            case "continue": return new ContinueStatement(_tokens.Take().Span);
            case "while" or "func" or "ret" or "wrap" or "with" or "import" or "readonly" or "tablerow":
                _expressions.Fail(token, SyntaxFaults.RefusedWord(token.Text));
                return SkipRefusedBlock(token.Text);
            default: return ParseExpressionStatement();
        }
    }

    private Statement? ParseExpressionStatement()
    {
        var target = _expressions.Parse();
        if (!_tokens.Is(TokenKind.Equal)) return new PrintStatement(target, target.Span);
        if (target is not (LocalExpression or PathExpression { Names.Count: 1 }))
        {
            _expressions.Fail(_tokens.Current, target is PathExpression or MemberExpression or IndexExpression
                ? SyntaxFaults.VariableExpected()
                : SyntaxFaults.NestedAssignment());
            return null;
        }

        _tokens.Take();
        return new AssignStatement(target, _expressions.Parse(), target.Span);
    }

    private Expression ParseVariable()
    {
        var token = _tokens.Current;
        if (token.Kind == TokenKind.Local) return new LocalExpression(_tokens.Take().Text, token.Span);
        if (token.Kind == TokenKind.Name) return new PathExpression([_tokens.Take().Text], token.Span);
        return _expressions.Fail(token, SyntaxFaults.VariableExpected());
    }
}
