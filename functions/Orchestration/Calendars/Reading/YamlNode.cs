using YamlDotNet.Core;

namespace Orchestration.Calendars.Reading;

/// <summary>A value of the file, with where it starts (line and column from 1).</summary>
internal abstract class YamlNode(Mark start)
{
    public int Line { get; } = (int)start.Line;

    public int Column { get; } = (int)start.Column;

    /// <summary>In characters from the start of the text.</summary>
    public int Index { get; } = (int)start.Index;
}

internal sealed class YamlScalar(Mark start, Mark end, string value, ScalarStyle style) : YamlNode(start)
{
    /// <summary>First character after the scalar.</summary>
    public int End { get; } = (int)end.Index;

    public string Value { get; } = value;

    public ScalarStyle Style { get; } = style;

    /// <summary>A key with nothing after it, or one of YAML's words for nothing.</summary>
    public bool IsEmpty => Value.Length == 0 || (Style == ScalarStyle.Plain && Value is "~" or "null");
}

internal sealed class YamlMapping(Mark start, IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> entries) : YamlNode(start)
{
    /// <summary>Keys are unique: the reader keeps the first of two and reports the second.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries { get; } = entries;
}

internal sealed class YamlSequence(Mark start, IReadOnlyList<YamlNode> items) : YamlNode(start)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;
}
