using YamlDotNet.Core;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// A value of a YAML text, with its span: offsets of its first character and of the one after its last; of a list or a group between brackets,
/// the offset of the closing one.
/// </summary>
internal interface IYamlNode
{
    int Index { get; }

    int End { get; }
}

internal sealed class YamlScalar(SourceText source, Mark start, Mark end, string value, ScalarStyle style)
    : SourceScalar((int)start.Line, (int)start.Column, null, value), IYamlNode
{
    public int Index { get; } = (int)start.Index;

    public int End { get; } = (int)end.Index;

    public ScalarStyle Style => style;

    /// <summary>A key with nothing after it, or one of YAML's words for nothing.</summary>
    public override bool IsEmpty => Value.Length == 0 || (style == ScalarStyle.Plain && Value is "~" or "null");

    public override SourcePlace PlaceIn(int offset, string path) => source.PlaceIn(this, offset, path);
}

/// <summary>Keys are unique: of two the first is kept, and the second is a problem.</summary>
internal sealed class YamlGroup(Mark start, Mark end, IReadOnlyList<KeyValuePair<SourceScalar, SourceNode>> entries)
    : SourceGroup((int)start.Line, (int)start.Column, null, entries), IYamlNode
{
    public int Index { get; } = (int)start.Index;

    public int End { get; } = (int)end.Index;
}

internal sealed class YamlList(Mark start, Mark end, IReadOnlyList<SourceNode> items)
    : SourceList((int)start.Line, (int)start.Column, null, items), IYamlNode
{
    public int Index { get; } = (int)start.Index;

    public int End { get; } = (int)end.Index;
}
