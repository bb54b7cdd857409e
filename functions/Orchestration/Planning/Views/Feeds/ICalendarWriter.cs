using System.Globalization;
using System.Text;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>
/// Writes a feed as iCalendar (RFC 5545): UTF-8, lines that end in CRLF and are folded at 75 octets. Moments are in UTC, so that
/// every reader shows them in its own time.
/// </summary>
public static class ICalendarWriter
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Domain = "orchestration";
    private const int LongestLine = 75;

    /// <param name="title">Of the feed.</param>
    /// <param name="events">In the order in which they are written.</param>
    /// <param name="sequence">Number of the revision: readers take the higher one.</param>
    /// <param name="at">When that revision was made.</param>
    /// <returns>The same bytes for the same feed.</returns>
    public static byte[] Write(string title, IReadOnlyList<FeedEvent> events, int sequence, DateTimeOffset at)
    {
        var text = new StringBuilder();
        Add(text, "BEGIN:VCALENDAR");
        Add(text, "VERSION:2.0");
        Add(text, "PRODID:-//Assurance Maladie//Orchestration//FR");
        Add(text, "CALSCALE:GREGORIAN");
        Add(text, "METHOD:PUBLISH");
        Add(text, "NAME:" + Escape(title));
        Add(text, "X-WR-CALNAME:" + Escape(title));
        Add(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Add(text, "X-PUBLISHED-TTL:PT1H");
        foreach (var entry in events)
        {
            Add(text, entry, sequence, at);
        }

        Add(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Add(StringBuilder text, FeedEvent entry, int sequence, DateTimeOffset at)
    {
        Add(text, "BEGIN:VEVENT");
        Add(text, $"UID:{Escape(entry.Id)}@{Domain}");
        Add(text, $"DTSTAMP:{Utc(at)}");
        Add(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"));
        switch (entry.When)
        {
            case FeedDays days:
                Add(text, $"DTSTART;VALUE=DATE:{Date(days.First)}");
                Add(text, $"DTEND;VALUE=DATE:{Date(days.Last.AddDays(1))}");
                break;
            case FeedMoments moments:
                Add(text, $"DTSTART:{Utc(moments.Start)}");
                Add(text, $"DTEND:{Utc(moments.End)}");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.When, "A span without a form.");
        }

        Add(text, "SUMMARY:" + Escape(entry.Summary));
        if (entry.Description.Count > 0)
        {
            Add(text, "DESCRIPTION:" + Escape(string.Join('\n', entry.Description)));
        }

        Add(text, "CATEGORIES:" + Escape(entry.Category));
        Add(text, entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        // Nobody is busy while messages leave.
        Add(text, "TRANSP:TRANSPARENT");
        Add(text, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Section 3.3.11; a control character, which no text may hold, is left out.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Section 3.1: a line goes on after CRLF and a space, never within a character.</summary>
    private static void Add(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
