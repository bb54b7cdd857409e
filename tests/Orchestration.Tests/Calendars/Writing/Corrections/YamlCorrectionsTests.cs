using System.Text;
using Orchestration.Calendars;
using Orchestration.Calendars.Writing;
using Orchestration.Calendars.Writing.Corrections;
using Orchestration.Tests.Support;
using FsCheck.Fluent;

namespace Orchestration.Tests.Calendars.Writing.Corrections;

/// <summary>Every character but those of the correction stays.</summary>
public sealed class YamlCorrectionsTests
{
    private const string Text = """
        # Un calendrier commenté
        calendar: essai   # identité
        title: "Un titre"
        year: 2027

        sends:   # dans l'ordre
          - id: un
            at: grippe-v1.start - 7d   # J-7
            audience: >-
              age >= 18
              && ald

            channels:
              - email
              - sms    # ensuite
            waiver:    # rien encore
          # entre deux
          - waiver: premier
            id: deux   # dernier mot
        campaigns:
        - {id: a, title: 'x, y', except: [CPAM-01]}
        - id: b
        """;

    public static TheoryData<string, string, string?, string, string> Changes { get; } = new()
    {
        { "sends[0]", "at", "2027-11-16", "at: grippe-v1.start - 7d   #", "at: 2027-11-16   #" },
        { "sends[0]", "at", "grippe-v1.end + 2wd", "at: grippe-v1.start - 7d   #", "at: grippe-v1.end + 2wd   #" },
        { "sends[0]", "at", null, "    at: grippe-v1.start - 7d   # J-7\n", "" },
        { "sends[0]", "audience", "true", ">-\n      age >= 18\n      && ald\n", "'true'\n" },
        { "sends[0]", "audience", "!ald", ">-\n      age >= 18\n      && ald\n", "'!ald'\n" },
        { "sends[0]", "audience", null, "    audience: >-\n      age >= 18\n      && ald\n", "" },
        { "sends[0]", "channels", "[sms]", "channels:\n      - email\n      - sms    #", "channels: [sms]    #" },
        { "sends[0]", "waiver", "accord : du 12/1", "waiver:    # rien", "waiver: 'accord : du 12/1'    # rien" },
        { "sends[0]", "spread", "4d", "waiver:    # rien encore\n", "waiver:    # rien encore\n    spread: 4d\n" },
        { "sends[0]", "remind", null, "", "" },
        { "sends[1]", "waiver", null, "- waiver: premier\n    id:", "- id:" },
        { "sends[1]", "id", null, "    id: deux   # dernier mot\n", "" },
        { "sends[1]", "media", "[tv, digital]", "id: deux   # dernier mot\n", "id: deux   # dernier mot\n    media: [tv, digital]\n" },
        { "campaigns[0]", "title", "a, b", "title: 'x, y'", "title: 'a, b'" },
        { "campaigns[0]", "except", "[CPAM-02, CPAM-03]", "[CPAM-01]", "[CPAM-02, CPAM-03]" },
        { "campaigns[0]", "except", null, ", except: [CPAM-01]", "" },
        { "campaigns[0]", "id", null, "{id: a, ", "{" },
        { "campaigns[0]", "seasonal", "true", "[CPAM-01]}", "[CPAM-01], seasonal: true}" },
        { "campaigns[1]", "caisses", "all", "- id: b", "- id: b\n  caisses: all" },
        { "", "year", "2028", "year: 2027", "year: 2028" },
        { "", "title", "L'année", "\"Un titre\"", "L'année" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Apply_OneCorrection_ChangesNothingElse(string path, string key, string? value, string before, string after)
    {
        Assert.Contains(before, Text, StringComparison.Ordinal);
        var at = Text.IndexOf(before, StringComparison.Ordinal);
        var expected = Text[..at] + after + Text[(at + before.Length)..];

        Assert.Equal(expected, Apply(Text, new Correction(path, key, value)));
        Assert.Equal(
            expected.Replace("\n", "\r\n", StringComparison.Ordinal),
            Apply(Text.Replace("\n", "\r\n", StringComparison.Ordinal), new Correction(path, key, value)));
    }

    [Fact]
    public void Apply_ByteOrderMark_IsKept()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)];

        var corrected = CalendarCorrections.Apply(content, "a.yaml", [new Correction("", "year", "2028")]);

        Assert.Equal(Encoding.UTF8.Preamble, corrected[..3]);
        Assert.Equal(content.Length, corrected.Length);
    }

    [Fact]
    public void Apply_Several_MakesThemAll()
    {
        var corrected = Apply(Text, new("sends[0]", "at", null), new("sends[0]", "every", "day"), new("sends[1]", "spread", "2d"));

        Assert.Contains("    every: day\n  # entre deux", corrected, StringComparison.Ordinal);
        Assert.EndsWith("- id: b", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("J-7", corrected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sends[2]", "at")]
    [InlineData("waves[0]", "start")]
    [InlineData("sends[x]", "at")]
    [InlineData("nothing", "at")]
    public void Apply_EntryThatIsNotThere_Throws(string path, string key) =>
        Assert.Throws<ArgumentException>(() => Apply(Text, new Correction(path, key, "x")));

    /// <summary>Over any calendar, the model changes as asked, and in no other way.</summary>
    [Fact]
    public void Apply_AnyMoment_IsReadAsAsked() => Property.Holds(
        SomeCalendar.Generator.Where(calendar => calendar.Sends[0].Moment is not (SendRelativeMoment or DailyMoment or TriggeredMoment))
            .Select(OfOnePurpose).Zip(SomeCalendar.Recurrence),
        given =>
        {
            var (calendar, recurrence) = given;
            var corrected = CalendarCorrections.Apply(
                CalendarYamlWriter.Write(calendar), "a.yaml",
                [new("sends[0]", "at", null), new("sends[0]", "every", RecurrenceText.Canonical(recurrence)), new("sends[0]", "waiver", "parce que")]);
            Send[] sends = [calendar.Sends[0] with { Moment = new RecurringMoment(recurrence), Waiver = "parce que" }, .. calendar.Sends.Skip(1)];
            return CalendarHash.Of(AnyReferences.Read(corrected, "a.yaml").Calendar!) == CalendarHash.Of(calendar with { Sends = sends });
        });

    private static Calendar OfOnePurpose(Calendar calendar) => calendar with
    {
        Campaigns = [.. calendar.Campaigns.Select(campaign => campaign with { Purpose = calendar.Campaigns[0].Purpose })],
    };

    private static string Apply(string yaml, params Correction[] corrections) =>
        Encoding.UTF8.GetString(CalendarCorrections.Apply(Encoding.UTF8.GetBytes(yaml), "calendrier.yaml", corrections));
}
