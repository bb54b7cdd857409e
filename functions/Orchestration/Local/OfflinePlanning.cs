using Microsoft.Extensions.Configuration;
using Orchestration.Audience;
using Orchestration.Audience.Panels;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Campaigns.Revisions;
using Orchestration.Local.Datamart;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Messages;
using Orchestration.Messages.Templates;
using Orchestration.Planning;

namespace Orchestration.Local;

/// <summary>What planning needs, without a running app: a folder of templates, an invented datamart, the rules as they are set.</summary>
internal static class OfflinePlanning
{
    /// <summary>Of the environment and <c>planning.json</c>.</summary>
    /// <exception cref="LocalToolException">No plan could follow them.</exception>
    public static PlanningRules Rules()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "planning.json"))
            .AddEnvironmentVariables()
            .Build();
        var rules = new PlanningRules();
        configuration.GetSection(PlanningRules.Section).Bind(rules);
        var verdict = new PlanningRulesValidator().Validate(null, rules);
        return verdict.Failed ? throw new LocalToolException(verdict.FailureMessage) : rules;
    }

    /// <summary>Reads a calendar against a folder of templates.</summary>
    /// <param name="file">The calendar.</param>
    /// <param name="templates">The folder; null for that of the samples.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<CalendarReading> ReadAsync(FileInfo file, string? templates, CancellationToken cancellation) =>
        CalendarReader.IsTooLong(file.Length, file.Name)
            ? CalendarReader.TooLong(file.Length, file.Name)
            : CalendarReader.Read(
                await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, References(templates ?? SampleFiles.Templates));

    /// <summary>Reads and plans a calendar as it would be seen at a moment.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<CalendarReport> PlanAsync(FileInfo file, string? templates, DateTimeOffset now, CancellationToken cancellation)
    {
        var (rules, reading) = (Rules(), await ReadAsync(file, templates, cancellation));
        var inputs = new PlanningInputs { Panel = Panel(DateOnly.FromDateTime(now.UtcDateTime)) };
        var plan = reading.Calendar is { } calendar ? Planner.PlanWithProposals(calendar, rules, now, inputs) : null;
        if (plan is not null)
            plan = plan with { Problems = [.. plan.Problems, .. JourneyCheck.Find(reading.Calendar!, SyntheticDatamart.Schema)] };
        return new CalendarReport(file.Name, now, reading, plan, null, null, []);
    }

    /// <summary>The templates of a folder and the fields of the invented datamart.</summary>
    public static ICalendarReferences References(string templates)
    {
        var files = Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(templates, file).Replace('\\', '/'), File.ReadAllBytes);
        var library = TemplateLibrary.Read(files, new MessageSettings { StopNumber = LocalApp.StopNumber });
        return new CalendarReferences(library.Summaries, SyntheticDatamart.Schema);
    }

    /// <summary>Invented people, by default as many as the app samples.</summary>
    public static AudiencePanel Panel(DateOnly date, int people = PanelStore.SampleSize)
    {
        var datamart = new SyntheticDatamart(new SyntheticSize(date, people), Populations.Read());
        var samples = new Dictionary<Population, PanelSample>();
        foreach (var (entry, content) in datamart.Shards().Where(shard => shard.Entry.Population is Population.Insured or Population.Professionals))
        {
            if (!samples.TryGetValue(entry.Population, out var sample))
                samples.Add(entry.Population, sample = new PanelSample(SyntheticDatamart.Schema.Find(entry.Population)!));
            using var text = new StreamReader(new System.IO.Compression.GZipStream(new MemoryStream(content), System.IO.Compression.CompressionMode.Decompress));
            sample.Add(entry.Caisse, entry.Rows, 1, text);
        }

        return new AudiencePanel(samples);
    }
}
