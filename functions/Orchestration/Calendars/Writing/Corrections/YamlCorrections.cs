using System.Text;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Forms;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>Corrects a YAML text in place.</summary>
internal static class YamlCorrections
{
    private const string Word = "seasonal";

    private static readonly string[] Lists = ["caisses", "except", "channels", "media", "inserts"];

    public static byte[] Apply(ReadOnlySpan<byte> content, IReadOnlyList<Correction> corrections)
    {
        var hasMark = content.StartsWith(Encoding.UTF8.Preamble);
        var text = Encoding.UTF8.GetString(hasMark ? content[Encoding.UTF8.Preamble.Length..] : content);
        foreach (var correction in corrections)
        {
            text = Apply(text, correction);
        }

        byte[] corrected = Encoding.UTF8.GetBytes(text);
        return hasMark ? [.. Encoding.UTF8.Preamble, .. corrected] : corrected;
    }

    private static string Apply(string text, Correction correction)
    {
        var entry = CalendarCorrections.EntryAt(YamlTree.Read(Encoding.UTF8.GetBytes(text), new ProblemList()), correction.Path);
        var spans = new YamlSpans(text);
        var found = entry.Entries.Index().FirstOrDefault(value => value.Item.Key.Value == correction.Key, (-1, default));
        if (correction.Value is not { } value)
        {
            return found.Index < 0 ? text : spans.Remove((YamlGroup)entry, found.Index);
        }

        var written = Written(correction.Key, value, spans.IsInline((YamlGroup)entry));
        return found.Index < 0
            ? spans.Add((YamlGroup)entry, correction.Key, written)
            : spans.Replace((YamlScalar)found.Item.Key, found.Item.Value, written);
    }

    private static string Written(string key, string value, bool isInline)
    {
        if (key == Word)
        {
            return value;
        }

        return Lists.Contains(key) && value != "all"
            ? YamlScalarText.Of(ListForm.ItemsOf(value))
            : YamlScalarText.Of(value, isInline);
    }
}
