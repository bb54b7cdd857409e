using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>Reads the inside of a code block, of an interpolated text's hole, or a whole criterion.</summary>
internal sealed class CodeLexer(SourceText source, ProblemList problems, List<Token> tokens, int position)
{
    private int _position = position;
    private int _tokenStart;
    private bool _afterSpace;

    private enum Within
    {
        Block,
        Interpolation,
        WholeText,
    }

    public static List<Token> ReadExpression(SourceText source, ProblemList problems)
    {
        var tokens = new List<Token>();
        new CodeLexer(source, problems, tokens, 0).Read(Within.WholeText);
        tokens.Add(new Token(TokenKind.End, source.Span(source.Length, source.Length), null, false));
        return tokens;
    }

    /// <summary>Reads up to <c>}}</c>, <c>-}}</c> or <c>~}}</c>, not included, and returns where that is.</summary>
    public int ReadBlock()
    {
        Read(Within.Block);
        return _position;
    }

    public static bool IsCodeExit(SourceText source, int position)
    {
        if (source.At(position) is '-' or '~') position++;
        return source.At(position) == '}' && source.At(position + 1) == '}';
    }

    private void Read(Within within)
    {
        for (var braces = 0; SkipBlanks();)
        {
            if (braces == 0 && IsEnd(within)) return;
            _tokenStart = _position;
            ReadToken();
            if (tokens.Count == 0 || tokens[^1].Span.Offset != _tokenStart) continue;
            if (tokens[^1].Kind == TokenKind.OpenBrace) braces++;
            else if (tokens[^1].Kind == TokenKind.CloseBrace && braces > 0) braces--;
        }
    }

    private bool IsEnd(Within within) => within switch
    {
        Within.Block => IsCodeExit(source, _position),
        Within.Interpolation => source.At(_position) == '}',
        _ => false,
    };

    /// <summary>False at the end of the text.</summary>
    private bool SkipBlanks()
    {
        var start = _position;
        while (char.IsWhiteSpace(source.At(_position)) && source.At(_position) != '\n') _position++;
        _afterSpace = _position > start || _position == 0 || char.IsWhiteSpace(source.At(_position - 1));
        return _position < source.Length;
    }

    private void ReadToken()
    {
        var c = source.At(_position);
        if (c is '\n' or ';') ReadNewLine();
        else if (c == '#') SkipComment();
        else if (IsNameStart(c)) ReadName(TokenKind.Name, skipped: 0);
        else if (c == '$' && IsNameStart(source.At(_position + 1))) ReadName(TokenKind.Local, skipped: 1);
        else if (c == '$' && source.At(_position + 1) is '"' or '\'') ReadInterpolation();
        else if (char.IsAsciiDigit(c)) ReadNumber();
        else if (c is '"' or '\'') ReadText();
        else if (c == '`') ReadVerbatimText();
        else ReadOperator();
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsDigit(c);

    private void Add(TokenKind kind, object? value = null) =>
        tokens.Add(new Token(kind, source.Span(_tokenStart, _position), value, _afterSpace));

    private void Refuse(Fault fault) => problems.Add(source.Span(_tokenStart, _position), fault);

    private void ReadNewLine()
    {
        _position++;
        Add(TokenKind.NewLine);
    }

    private void SkipComment()
    {
        var isLong = source.At(_position + 1) == '#';
        _position += isLong ? 2 : 1;
        for (; _position < source.Length && !IsCodeExit(source, _position); _position++)
        {
            if (!isLong && source.At(_position) is '\n' or '\r') return;
            if (!isLong || !source.Matches(_position, "##")) continue;
            _position += 2;
            return;
        }
    }

    private void ReadName(TokenKind kind, int skipped)
    {
        _position += skipped;
        while (IsNamePart(source.At(_position))) _position++;
        Add(kind, source.Text[(_tokenStart + skipped).._position]);
    }

    private void ReadNumber()
    {
        var number = NumberReader.Read(source, ref _position, out var fault);
        if (fault is { } found) Refuse(found);
        Add(TokenKind.Literal, number);
    }

    private void ReadText()
    {
        var reader = new TextReader(source, source.At(_position), isInterpolated: false);
        ReadPiece(reader, _position + 1);
        Add(TokenKind.Literal, reader.Content);
    }

    private void ReadVerbatimText()
    {
        var content = TextReader.ReadVerbatim(source, ref _position, out var fault);
        if (fault is { } found) Refuse(found);
        Add(TokenKind.Literal, content);
    }

    private bool ReadPiece(TextReader reader, int start)
    {
        var isHole = reader.Read(start);
        _position = reader.Position;
        foreach (var (place, fault) in reader.Faults) problems.Add(source.Span(place, place + 2), fault);
        if (reader.IsUnterminated) Refuse(LexicalFaults.UnterminatedText());
        return isHole;
    }

    private void ReadInterpolation()
    {
        var (start, quote) = (_tokenStart, source.At(_position + 1));
        var kind = TokenKind.InterpolationStart;
        for (var piece = _position + 2; ; piece = _position + 1)
        {
            var reader = new TextReader(source, quote, isInterpolated: true);
            var isHole = ReadPiece(reader, piece);
            if (!isHole && kind == TokenKind.InterpolationStart)
            {
                Add(TokenKind.Literal, reader.Content);
                return;
            }

            Add(isHole ? kind : TokenKind.InterpolationEnd, reader.Content);
            if (!isHole) return;
            Read(Within.Interpolation);
            _tokenStart = _position;
            kind = TokenKind.InterpolationMiddle;
            if (_position < source.Length) continue;
            problems.Add(source.Span(start, start + 2), LexicalFaults.UnterminatedText());
            Add(TokenKind.InterpolationEnd, "");
            return;
        }
    }

    private void ReadOperator()
    {
        var found = OperatorTable.Find(source, _position);
        _position += Math.Max(found.Text.Length, 1);
        if (found.Mend is { } mend) Refuse(LexicalFaults.RefusedOperator(found.Text, mend));
        else if (found.Text.Length == 0) Refuse(LexicalFaults.UnexpectedCharacter(source.At(_tokenStart)));
        if (found.Kind is { } kind) Add(kind);
    }
}
