using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>Cuts a template into raw text and code, and applies whitespace control to the raw text.</summary>
internal sealed class TemplateLexer(SourceText source, ProblemList problems)
{
    private readonly List<Token> _tokens = [];
    private int _position;

    public static List<Token> Read(SourceText source, ProblemList problems)
    {
        var lexer = new TemplateLexer(source, problems);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private void ReadAll()
    {
        while (true)
        {
            var start = _position;
            var escapes = FindEnter();
            if (escapes < 0)
            {
                AddRaw(start, source.Length);
                Add(TokenKind.End, source.Length, source.Length);
                return;
            }

            var enter = _position;
            _position += escapes + 2;
            var control = TakeControl();
            AddRaw(start, TrimEnd(start, enter, control));
            if (escapes > 0) ReadEscaped(enter, escapes);
            else ReadCode(enter);
        }
    }

    /// <summary>
    /// Moves to the next <c>{{</c> or <c>{%{</c> and returns how many per cent signs it has; -1 when there is none.
    /// </summary>
    private int FindEnter()
    {
        for (; _position < source.Length; _position++)
        {
            if (source.At(_position) != '{') continue;
            var escapes = 0;
            while (source.At(_position + 1 + escapes) == '%') escapes++;
            if (source.At(_position + 1 + escapes) == '{') return escapes;
        }

        return -1;
    }

    private char TakeControl()
    {
        var control = source.At(_position);
        if (control is not ('-' or '~')) return '\0';
        _position++;
        return control;
    }

    private void ReadCode(int enter)
    {
        Add(TokenKind.CodeEnter, enter, _position);
        _position = new CodeLexer(source, problems, _tokens, _position).ReadBlock();
        if (_position >= source.Length)
        {
            problems.Add(source.Span(enter, enter + 2), LexicalFaults.UnterminatedBlock());
            return;
        }

        var exit = _position;
        var control = TakeControl();
        _position += 2;
        Add(TokenKind.CodeExit, exit, _position);
        SkipAfter(control);
    }

    /// <summary><c>{%{ … }%}</c>: what is inside is raw text, whatever it looks like.</summary>
    private void ReadEscaped(int enter, int escapes)
    {
        var closing = "}" + new string('%', escapes) + "}";
        var end = source.Text.IndexOf(closing, _position, StringComparison.Ordinal);
        if (end < 0)
        {
            problems.Add(source.Span(enter, _position), LexicalFaults.UnterminatedEscape(closing));
            end = source.Length;
        }

        var hasControl = end > _position && source.At(end - 1) is '-' or '~';
        AddRaw(_position, hasControl ? end - 1 : end);
        _position = Math.Min(end + closing.Length, source.Length);
        SkipAfter(hasControl ? source.At(end - 1) : '\0');
    }

    /// <summary><c>-}}</c> eats all the whitespace that follows; <c>~}}</c> the rest of the line, its end included.</summary>
    private void SkipAfter(char control)
    {
        if (control == '\0') return;
        while (char.IsWhiteSpace(source.At(_position)))
        {
            if (source.At(_position++) == '\n' && control == '~') return;
        }
    }

    /// <summary><c>{{-</c> eats all the whitespace before it; <c>{{~</c> what is on the same line.</summary>
    private int TrimEnd(int start, int end, char control)
    {
        if (control == '\0') return end;
        while (end > start && char.IsWhiteSpace(source.At(end - 1)) && !(control == '~' && IsLineEnd(end - 1))) end--;
        return end;
    }

    private bool IsLineEnd(int position) =>
        source.At(position) == '\n' || (source.At(position) == '\r' && source.At(position + 1) != '\n');

    private void AddRaw(int start, int end)
    {
        if (end > start) _tokens.Add(new Token(TokenKind.Raw, source.Span(start, end), source.Text[start..end], false));
    }

    private void Add(TokenKind kind, int start, int end) => _tokens.Add(new Token(kind, source.Span(start, end), null, true));
}
