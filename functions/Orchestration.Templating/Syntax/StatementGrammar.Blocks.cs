using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>Statements with a body, and <c>include</c>.</summary>
internal sealed partial class StatementGrammar
{
    /// <summary>The rest of a header line; when it is faulty, the body is read all the same.</summary>
    private void EndHeader()
    {
        if (_expressions.HasFailed || !EndsStatement()) _tokens.SkipStatement();
        _expressions.StartStatement();
    }

    private IfStatement ParseIf(Token keyword)
    {
        var branches = new List<ConditionalBranch> { ParseBranch() };
        Block? otherwise = null;
        while (_tokens.Current.IsName("else"))
        {
            var word = _tokens.Take();
            if (otherwise is not null) _problems.Add(word.Span, SyntaxFaults.TextAfterElse());
            if (_tokens.Current.IsName("if"))
            {
                _tokens.Take();
                branches.Add(ParseBranch());
            }
            else otherwise = ParseBody();
        }

        End(keyword);
        return new IfStatement(branches, otherwise, keyword.Span);
    }

    private ConditionalBranch ParseBranch()
    {
        var condition = _expressions.Parse();
        if (_tokens.Is(TokenKind.Equal)) _expressions.Fail(_tokens.Current, SyntaxFaults.NestedAssignment());
        return new ConditionalBranch(condition, ParseBody());
    }

    private Block ParseBody()
    {
        EndHeader();
        return ParseBlock();
    }

    private CaseStatement ParseCase(Token keyword)
    {
        var subject = _expressions.Parse();
        EndHeader();
        foreach (var statement in ParseBlock().Statements)
        {
            // As in Scriban, what stands between `case` and its first `when` is not printed.
            if (statement is not RawStatement) _problems.Add(statement.Span, SyntaxFaults.StatementInCase());
        }

        var branches = new List<WhenBranch>();
        Block? otherwise = null;
        while (_tokens.Current.Kind == TokenKind.Name && _tokens.Current.Text is "when" or "else")
        {
            var word = _tokens.Take();
            if (otherwise is not null) _problems.Add(word.Span, SyntaxFaults.TextAfterElse());
            if (word.Text == "else") otherwise = ParseBody();
            else branches.Add(new WhenBranch(ParseWhenValues(), ParseBody()));
        }

        End(keyword);
        return new CaseStatement(subject, branches, otherwise, keyword.Span);
    }

    private List<Expression> ParseWhenValues()
    {
        var values = new List<Expression>();
        do values.Add(_expressions.ParseBinary(Precedence.Or));
        while (!_expressions.HasFailed && (_tokens.TryTake(TokenKind.Comma, out _) || _tokens.TryTake(TokenKind.Or, out _)));
        return values;
    }

    private ForStatement ParseFor(Token keyword)
    {
        var variable = ParseVariable();
        if (!_tokens.Current.IsName("in")) _expressions.Fail(_tokens.Current, SyntaxFaults.InExpected(_tokens.Current));
        else _tokens.Take();
        _expressions.IsInLoopHeader = true;
        var items = _expressions.HasFailed ? new MissingExpression(keyword.Span) : _expressions.Parse();
        var options = ParseLoopOptions();
        _expressions.IsInLoopHeader = false;
        var body = ParseBody();
        Block? otherwise = null;
        if (_tokens.Current.IsName("else"))
        {
            _tokens.Take();
            otherwise = ParseBody();
        }

        End(keyword);
        return new ForStatement(variable, items, options, body, otherwise, keyword.Span);
    }

    private LoopOptions ParseLoopOptions()
    {
        var options = new LoopOptions(null, false, null);
        while (!_expressions.HasFailed && _tokens.Current.Kind == TokenKind.Name)
        {
            var name = _tokens.Take();
            var value = _tokens.TryTake(TokenKind.Colon, out _) ? _expressions.ParseArgument() : null;
            switch (name.Text, value)
            {
                case ("reversed", null): options = options with { IsReversed = true }; break;
                case ("offset", { } offset): options = options with { Offset = offset }; break;
                case ("limit", { } limit): options = options with { Limit = limit }; break;
                default: _expressions.Fail(name, SyntaxFaults.RefusedLoopOption(name.Text)); break;
            }
        }

        return options;
    }

    private CaptureStatement ParseCapture(Token keyword)
    {
        var target = ParseVariable();
        var body = ParseBody();
        End(keyword);
        return new CaptureStatement(target, body, keyword.Span);
    }

    private IncludeStatement ParseInclude(Token keyword)
    {
        var name = _expressions.ParseArgument();
        var arguments = new List<IncludeArgument>();
        while (!_expressions.HasFailed && _tokens.Current.Kind == TokenKind.Name)
        {
            var argument = _tokens.Take();
            if (!_tokens.TryTake(TokenKind.Colon, out _))
                _expressions.Fail(_tokens.Current, SyntaxFaults.SignExpected(":", _tokens.Current));
            else arguments.Add(new IncludeArgument(argument.Text, argument.Span, _expressions.ParseArgument()));
        }

        return new IncludeStatement(name, arguments, keyword.Span);
    }

    /// <summary>The body of a refused block is read for its grammar only; its <c>end</c> raises no second problem.</summary>
    private Statement? SkipRefusedBlock(string word)
    {
        if (word is "import" or "readonly" or "ret") return null;
        do
        {
            EndHeader();
            ParseBlock();
        }
        while (_tokens.Current.Kind == TokenKind.Name && _tokens.Take().Text is "else" or "when");
        return null;
    }

    private void End(Token keyword)
    {
        _expressions.StartStatement();
        if (!_tokens.Current.IsName("end"))
        {
            _problems.Add(keyword.Span, SyntaxFaults.MissingEnd(keyword.Text));
            return;
        }

        _tokens.Take();
        if (!EndsStatement()) _tokens.SkipStatement();
        _expressions.StartStatement();
    }
}
