using System.Text;
using Orchestration.Planning.Views.Feeds;

namespace Orchestration.Tests.Planning.Views.Feeds;

public sealed class ICalendarWriterTests
{
    private const string Awkward = "Rougeole, oreillons ; rubéole \\ « 24 M€ » : \U0001F489\U0001F489 " +
        "et un titre si long qu’il passe la limite d’une ligne, au milieu d’un é, d’un œ ou d’un \U0001F489, quoi qu’il arrive";

    [Fact]
    public async Task Write_AwkwardTexts_AreReadBackAsTheyWere()
    {
        var feed = Write(new FeedEvent("un", Awkward, [Awkward, "", "BEGIN:VEVENT", "deux\nlignes"], "Envoi", new FeedDays(new(2027, 12, 31), new(2027, 12, 31))));

        var entry = Assert.Single((await CalendarProgram.ReadAsync(feed)).Events);

        Assert.Equal(Awkward, entry.Summary);
        Assert.Equal($"{Awkward}\n\nBEGIN:VEVENT\ndeux\nlignes", entry.Description);
        Assert.Equal(("2027-12-31", "2028-01-01"), (entry.Start, entry.End));
    }

    [Fact]
    public void Write_Lines_EndInCrLfAndHoldSeventyFiveOctetsAtMost()
    {
        var text = Encoding.UTF8.GetString(Write(new FeedEvent("un", Awkward, [Awkward], "Envoi", Moments)));

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void Write_ControlCharacters_AreLeftOut()
    {
        var text = Encoding.UTF8.GetString(Write(new FeedEvent("un", "a\r\nb\0\u0007c", [], "Envoi", Moments)));

        Assert.Contains("SUMMARY:a\\nbc\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DESCRIPTION", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(SomeFeed.Write(SomeFeed.Source(), "dicom"), SomeFeed.Write(SomeFeed.Source(), "dicom"));

    private static FeedMoments Moments => new(SomeFeed.At, SomeFeed.At.AddHours(1));

    private static byte[] Write(params IReadOnlyList<FeedEvent> events) => ICalendarWriter.Write("Essai", events, 1, SomeFeed.At);
}
