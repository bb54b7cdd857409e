using Orchestration.Calendars.Reading;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>Changes one key of a group in a YAML text, and no other character of it.</summary>
internal sealed class YamlSpans(string text)
{
    private readonly string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Whether a group stands between braces.</summary>
    public bool IsInline(YamlGroup group) => text[group.Index] == '{';

    public string Replace(YamlScalar key, SourceNode value, string written)
    {
        var span = (IYamlNode)value;
        if (value is YamlScalar { Value.Length: 0 } && span.Index == span.End)
        {
            var colon = text.IndexOf(':', key.End) + 1;
            return text.Insert(colon, " " + written);
        }

        var start = value is YamlList && text[span.Index] != '[' ? text.IndexOf(':', key.End) + 1 : span.Index;
        return string.Concat(text.AsSpan(0, start), start == span.Index ? "" : " ", written, text.AsSpan(EndOf(value)));
    }

    public string Add(YamlGroup group, string key, string written)
    {
        if (IsInline(group))
        {
            var end = EndOf(group.Entries[^1].Value, group.Entries[^1].Key);
            return text.Insert(end, $", {key}: {written}");
        }

        var line = $"{new string(' ', ((YamlScalar)group.Entries[0].Key).Column - 1)}{key}: {written}";
        var after = EndOfLine(EndOf(group.Entries[^1].Value, group.Entries[^1].Key));
        return after == text.Length && !text.EndsWith('\n') ? text + newLine + line : text.Insert(after, line + newLine);
    }

    /// <exception cref="ArgumentException">The group would be left empty.</exception>
    public string Remove(YamlGroup group, int position)
    {
        var (key, value) = ((YamlScalar)group.Entries[position].Key, group.Entries[position].Value);
        var next = position + 1 < group.Entries.Count ? ((YamlScalar)group.Entries[position + 1].Key).Index : -1;
        var lineStart = text.LastIndexOf('\n', key.Index) + 1;
        if (!IsInline(group) && string.IsNullOrWhiteSpace(text[lineStart..key.Index]))
        {
            return text.Remove(lineStart, EndOfLine(EndOf(value, key)) - lineStart);
        }

        if (next >= 0)
        {
            // The first key of an entry, after its dash, or one between braces.
            return text.Remove(key.Index, next - key.Index);
        }

        if (position == 0)
        {
            throw new ArgumentException($"'{key.Value}' is all that the entry says.", nameof(position));
        }

        var before = EndOf(group.Entries[position - 1].Value, group.Entries[position - 1].Key);
        return text.Remove(before, EndOf(value, key) - before);
    }

    private int EndOfLine(int index) => text.IndexOf('\n', index) is >= 0 and var end ? end + 1 : text.Length;

    /// <summary>After the last visible character of a value; a value that is not there ends with its key's colon.</summary>
    private int EndOf(SourceNode value, SourceScalar? key = null) => value switch
    {
        YamlScalar { Value.Length: 0 } scalar when scalar.Index == scalar.End => key is YamlScalar name ? text.IndexOf(':', name.End) + 1 : scalar.Index,
        YamlList { Items: [.., var last] } list when text[list.Index] != '[' => EndOf(last),
        YamlGroup { Entries: [.., var last] } group when !IsInline(group) => EndOf(last.Value, last.Key),
        // The parser marks where the bracket or the brace stands that closes it.
        YamlList or YamlGroup => ((IYamlNode)value).End + 1,
        _ => TrimmedEnd((IYamlNode)value),
    };

    // A block of text ends after its empty lines.
    private int TrimmedEnd(IYamlNode node) => node.Index + text.AsSpan(node.Index, node.End - node.Index).TrimEnd().Length;
}
