namespace Orchestration.Tests.Calendars;

/// <summary>Compares a text with the one that somebody read and approved.</summary>
internal static class Approved
{
    /// <summary>
    /// On a difference, writes what came out beside the approved file, as <c>.received</c>, to be read and renamed.
    /// </summary>
    public static void Match(string sample, string text)
    {
        var path = CalendarFiles.PathOf(sample);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text != expected)
        {
            File.WriteAllText(path + ".received", text);
        }

        Assert.Equal(expected, text);
    }
}
