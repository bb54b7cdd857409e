using System.Text.Json;

namespace Orchestration.Tests.Support;

/// <summary>Judges pages as axe-core does, in Chromium: by day and by night, on a desk (1280 pixels) and on a phone (360).</summary>
internal static class Accessibility
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>No violation of any rule of axe; nothing wider than the screen; nothing that the page's own policy refuses.</summary>
    public static async Task HoldsAsync(byte[] page)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllBytesAsync(file, page);
            Assert.Equal(4, Judge(await NodeTools.RunAsync("axe.mjs", BrowserFactAttribute.Browser!, file)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The same for pages of a running app, seen by somebody who has a session.</summary>
    /// <param name="app">Where it answers.</param>
    /// <param name="session">What the cookie of the session holds.</param>
    /// <param name="paths">Of the pages.</param>
    public static async Task HoldsAsync(Uri app, string session, params string[] paths)
    {
        // Pictures are kept for whoever asks: a rule finds no page beautiful.
        var kept = Environment.GetEnvironmentVariable("SCREENSHOTS");
        var folder = kept is null ? Directory.CreateTempSubdirectory() : Directory.CreateDirectory(kept);
        try
        {
            var lines = await NodeTools.RunAsync("dashboard.mjs", [BrowserFactAttribute.Browser!, app.ToString(), session, folder.FullName, .. paths]);
            Assert.Equal(4 * paths.Length, Judge(lines));
        }
        finally
        {
            if (kept is null)
                folder.Delete(recursive: true);
        }
    }

    /// <returns>How many pages were judged.</returns>
    private static int Judge(string lines)
    {
        var verdicts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Verdict>(line, Format)!).ToList();
        Assert.All(verdicts, verdict =>
        {
            Assert.True(verdict.Violations.Length == 0, string.Join('\n', verdict.Violations));
            Assert.True(verdict.Refused.Length == 0, string.Join('\n', verdict.Refused));
            Assert.True(verdict.Overflow <= 0, $"{verdict.Overflow} pixels wider than {verdict.Width}");
            Assert.True(verdict.Passes > 15, "axe looked at nothing");
        });
        return verdicts.Count;
    }

    private sealed record Verdict(int Width, string ColorScheme, int Overflow, string[] Refused, int Passes, string[] Violations);
}
