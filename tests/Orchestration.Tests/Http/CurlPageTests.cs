using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Tests.Calendars;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Http;

/// <summary>What <c>docs/api-caisses.md</c> shows is what happens: its examples run in one shell, and each request is answered as the page says.</summary>
public sealed partial class CurlPageTests
{
    private const string Caisse = "CGSS-971";

    /// <summary>Each request adds its status to a file; a date from now is one of the app's time, which is not that of the machine.</summary>
    private const string Prelude = """
        set -u
        curl() { command curl -sS --write-out '%{stderr}%{http_code}\n' "$@"; }
        date() { echo 2027-03-16; }

        """;

    [Fact]
    public async Task Page_EveryExample_IsAnsweredAsItSays()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(CalendarFiles.Root, "docs", "api-caisses.md"));
        var script = string.Concat(Blocks().Matches(page).Select(block => block.Groups[1].Value));
        await using var app = await CampaignApp.StartAsync();
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        await CampaignApp.UntilAsync(
            async () => (await app.PendingModelsAsync()).Count(model => model.Template.StartsWith("custom/", StringComparison.Ordinal)) == 3, "layouts ask for their visa");
        await app.GrantModelsAsync();

        var (statuses, output) = await RunAsync(script, new Dictionary<string, string>
        {
            ["URL"] = app.Anonymous().BaseAddress!.ToString().TrimEnd('/'),
            ["CAISSE"] = Caisse,
            ["CLE"] = await KeyAsync(app, "lea.morel"),
            ["CLE_DE_PAUL"] = await KeyAsync(app, "paul.noir"),
        });

        var requests = Requests().Matches(script).Select(request => (request.Groups[1].Value, request.Groups[2].Value)).ToList();
        Assert.NotEmpty(requests);
        Assert.True(
            requests.Select(request => request.Item2).SequenceEqual(statuses),
            $"{string.Join('\n', requests.Select((request, index) => $"{request.Item2} {statuses.ElementAtOrDefault(index)} {request.Item1}"))}\n{output}");
        Assert.All(Examples().Matches(script), line => Assert.Matches(@" # \d{3}$", line.Value));
    }

    private static async Task<string> KeyAsync(CampaignApp app, string caller) =>
        (await app.SignInCaisseAsync(Caisse, caller)).DefaultRequestHeaders.Authorization!.Parameter!;

    private static async Task<(IReadOnlyList<string> Statuses, string Output)> RunAsync(string script, Dictionary<string, string> variables)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", ["-c", Prelude + script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), await output);
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    /// <summary>A line with a request, and the status that it ends with.</summary>
    [GeneratedRegex(@"^(.*\bcurl .*?)\s+# (\d{3})$", RegexOptions.Multiline)]
    private static partial Regex Requests();

    /// <summary>Any line with a request.</summary>
    [GeneratedRegex(@"^.*\bcurl .*$", RegexOptions.Multiline)]
    private static partial Regex Examples();
}
