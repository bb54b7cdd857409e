namespace Orchestration.Tests.Support;

/// <summary>A fact that only a real browser can tell; skipped where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public BrowserFactAttribute()
    {
        if (Browser is null)
            Skip = "There is no Chromium here: install it (apt-get install chromium), or name one in the variable CHROMIUM.";
    }

    /// <summary>Null when there is none.</summary>
    public static string? Browser { get; } =
        Places.Prepend(Environment.GetEnvironmentVariable("CHROMIUM")).FirstOrDefault(path => File.Exists(path));
}
