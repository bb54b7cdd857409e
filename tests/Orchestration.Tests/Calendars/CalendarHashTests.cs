using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

public sealed class CalendarHashTests
{
    private static readonly string Sound = CalendarFiles.Sound;

    [Fact]
    public void Of_TheSoundCalendar_StaysWhatItWas() =>
        Approved.Match("sound.hash.txt", Hash(Sound) + "\n");

    [Theory]
    [InlineData("title: Essai", "# commentaire\ntitle:   \"Essai\"  # autre")]
    [InlineData("year: 2027\n", "")]
    [InlineData("audience: age >= 18", "audience: >-\n      age\n      >=    18")]
    [InlineData("media: [tv, digital]", "media:\n      - digital\n      - tv")]
    [InlineData("spread: 4d", "spread: 4d\n    on_holiday: next")]
    [InlineData("at: ror-v1.start - 7d", "at: 'ror-v1.start-7d'")]
    [InlineData("title: Essai", "title: Essai\nrevision_of: 3")]
    public void Of_SameContentWrittenOtherwise_IsTheSame(string sound, string otherwise)
    {
        var yaml = Sound.Replace(sound, otherwise, StringComparison.Ordinal);
        yaml = yaml.Contains("year:", StringComparison.Ordinal) ? yaml : yaml + "year: 2027\n";

        Assert.NotEqual(Sound, yaml);
        Assert.Equal(Hash(Sound), Hash(yaml));
    }

    [Fact]
    public void Of_EntriesInAnotherOrder_IsTheSame()
    {
        var second = Sound.IndexOf("  - id: invitation", StringComparison.Ordinal);
        var first = Sound.IndexOf("  - id: collaborateurs", StringComparison.Ordinal);

        Assert.Equal(Hash(Sound), Hash(Sound[..first] + Sound[second..] + Sound[first..second]));
    }

    [Fact]
    public void Of_AllCaissesNamedOneByOne_IsTheSame()
    {
        var all = string.Join(", ", Orchestration.Caisses.CaisseDirectory.All.Reverse().Select(caisse => caisse.Id));

        Assert.Equal(Hash(Sound), Hash(Sound.Replace("caisses: all", $"caisses: [{all}]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("title: Essai", "title: Essais")]
    [InlineData("priority: 80", "priority: 81")]
    [InlineData("scale: large", "scale: medium")]
    [InlineData("end: 2027-05-16", "end: 2027-05-17")]
    [InlineData("caisses: all", "caisses: all\n    except: [CPAM-01]")]
    [InlineData("channels: [email, sms]", "channels: [sms, email]")]
    [InlineData("audience: age >= 18", "audience: age >= 19")]
    [InlineData("audience: age >= 18", "audience: nom == \"a  b\"")]
    [InlineData("at: ror-v1.start - 7d", "at: ror-v1.start - 7wd")]
    [InlineData("at: ror-v1.start - 7d", "at: 2027-04-20")]
    [InlineData("at: ror-v1.start - 7d", "every: day 1 of month")]
    [InlineData("spread: 4d", "spread: 5d")]
    [InlineData("spread: 4d", "spread: 4d\n    window: 09:00-10:00")]
    [InlineData("spread: 4d", "spread: 4d\n    on_holiday: skip")]
    [InlineData("spread: 4d", "spread: 4d\n    waiver: parce que")]
    public void Of_AnotherContent_IsAnother(string sound, string other) =>
        Assert.NotEqual(Hash(Sound), Hash(Sound.Replace(sound, other, StringComparison.Ordinal)));

    [Fact]
    public void Of_SpacesBetweenQuotes_Count() => Assert.NotEqual(
        Hash(Sound.Replace("age >= 18", "nom == \"a  b\"", StringComparison.Ordinal)),
        Hash(Sound.Replace("age >= 18", "nom == \"a b\"", StringComparison.Ordinal)));

    private static string Hash(string yaml) => CalendarHash.Of(CalendarFiles.Load(yaml));
}
