using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>A text that knows its lines, whichever way they end.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && At(i + 1) != '\n')) _lineStarts.Add(i + 1);
        }
    }

    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>NUL past the end.</summary>
    public char At(int position) => (uint)position < (uint)Text.Length ? Text[position] : '\0';

    public bool Matches(int position, string expected) =>
        string.CompareOrdinal(Text, position, expected, 0, expected.Length) == 0;

    public SourceSpan Span(int start, int end)
    {
        var line = _lineStarts.BinarySearch(start);
        if (line < 0) line = ~line - 1;
        return new SourceSpan(start, end - start, line + 1, start - _lineStarts[line] + 1);
    }
}
