namespace Orchestration.Templating.Rendering;

/// <summary>Characters on their way out, kept until the rendering is known to succeed; reused from one to the next.</summary>
internal sealed class OutputBuffer
{
    private char[] _characters = new char[16 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <exception cref="TemplateLimitException">The output is too long.</exception>
    public void Write(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Writes a number or a date without a string between.</summary>
    public void Write<T>(T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        int written;
        for (var size = 64; !value.TryFormat(Reserve(size), out written, format, French.Culture); size *= 2)
        {
        }

        Length += written;
    }

    /// <summary>Takes back what was written since a position.</summary>
    public string Cut(int start)
    {
        var text = _characters.AsSpan(start, Length - start).ToString();
        Length = start;
        return text;
    }

    private Span<char> Reserve(int count)
    {
        Limits.CheckLength((long)Length + count);
        if (Length + count > _characters.Length) Array.Resize(ref _characters, Math.Max(Length + count, _characters.Length * 2));
        return _characters.AsSpan(Length, count);
    }
}
