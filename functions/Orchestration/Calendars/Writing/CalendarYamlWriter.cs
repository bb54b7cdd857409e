using System.Text;

namespace Orchestration.Calendars.Writing;

/// <summary>
/// Writes a calendar as YAML: the same calendar gives the same bytes. Entries keep their order; comments of the file that it was read from
/// are lost.
/// </summary>
public static class CalendarYamlWriter
{
    /// <returns>UTF-8 without its mark, lines ended by LF.</returns>
    /// <exception cref="ArgumentException">The calendar has a recurrence that no calendar can say.</exception>
    public static byte[] Write(Calendar calendar)
    {
        var text = new StringBuilder();
        foreach (var value in CalendarEntries.Of(calendar))
        {
            Append(text, "", value);
        }

        Append(text, "campaigns", calendar.Campaigns.Select(CalendarEntries.Of));
        if (calendar.Waves.Count > 0)
        {
            Append(text, "waves", calendar.Waves.Select(CalendarEntries.Of));
        }

        Append(text, "sends", calendar.Sends.Select(CalendarEntries.Of));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, string key, IEnumerable<IEnumerable<EntryValue>> entries)
    {
        var before = text.Append('\n').Append(key).Append(':').Length;
        foreach (var entry in entries)
        {
            text.Append('\n');
            foreach (var (position, value) in entry.Index())
            {
                Append(text, position == 0 ? "  - " : "    ", value);
            }

            text.Length--;
        }

        text.Append(text.Length == before ? " []\n" : "\n");
    }

    private static void Append(StringBuilder text, string indent, EntryValue value) => text
        .Append(indent).Append(value.Key).Append(": ")
        .Append(value.Items is { } items ? YamlScalarText.Of(items) : value.IsWord ? value.Text! : YamlScalarText.Of(value.Text!))
        .Append('\n');
}
