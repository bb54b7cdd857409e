namespace Orchestration.Templating.Syntax;

/// <summary>Tokens read one after the other; the last one is always <see cref="TokenKind.End"/>.</summary>
internal sealed class TokenStream(IReadOnlyList<Token> tokens)
{
    private int _position;
    private int _groups;

    public Token Current
    {
        get
        {
            if (_groups > 0) SkipNewLines();
            return tokens[_position];
        }
    }

    public Token Previous => tokens[Math.Max(_position - 1, 0)];

    public Token Next => tokens[Math.Min(_position + 1, tokens.Count - 1)];

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End) _position++;
        return token;
    }

    public bool TryTake(TokenKind kind, out Token token)
    {
        token = Current;
        if (token.Kind != kind) return false;
        _position++;
        return true;
    }

    public void SkipNewLines()
    {
        while (tokens[_position].Kind == TokenKind.NewLine) _position++;
    }

    /// <summary>Between brackets a line end means nothing.</summary>
    public void EnterGroup() => _groups++;

    public void LeaveGroup() => _groups--;

    /// <summary>After a fault: to the end of the statement, whatever was open.</summary>
    public void SkipStatement()
    {
        _groups = 0;
        while (tokens[_position].Kind is not (TokenKind.NewLine or TokenKind.CodeExit or TokenKind.Raw or TokenKind.End))
            _position++;
    }
}
