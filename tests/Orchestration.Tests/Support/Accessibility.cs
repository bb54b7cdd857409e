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
            var lines = await NodeTools.RunAsync("axe.mjs", BrowserFactAttribute.Browser!, file);
            var verdicts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Verdict>(line, Format)!).ToList();
            Assert.Equal(4, verdicts.Count);
            Assert.All(verdicts, verdict =>
            {
                Assert.Empty(verdict.Violations);
                Assert.Empty(verdict.Refused);
                Assert.True(verdict.Overflow <= 0, $"{verdict.Overflow} pixels wider than {verdict.Width}");
                Assert.True(verdict.Passes > 15, "axe looked at nothing");
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed record Verdict(int Width, string ColorScheme, int Overflow, string[] Refused, int Passes, string[] Violations);
}
