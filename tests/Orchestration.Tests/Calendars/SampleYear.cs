using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Calendars;
using Orchestration.Local.Datamart;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Calendars;

/// <summary>The year 2027 of the samples, read against the templates of the repository and the fields of the invented datamart.</summary>
internal static class SampleYear
{
    private static readonly Lazy<CalendarReading> FirstReading = new(() => Read("calendar-2027.yaml"));
    private static readonly Lazy<CalendarReading> CorrectedReading = new(() => Read("calendar-2027-corrige.yaml"));

    /// <summary>With its planted conflicts.</summary>
    public static CalendarReading First => FirstReading.Value;

    public static CalendarReading Corrected => CorrectedReading.Value;

    public static string PathOf(string file) => Path.Combine(CalendarFiles.Root, "infra", "local", "sample", file);

    public static CalendarReading ReadBytes(byte[] content, string file) => CalendarReader.Read(content, file, new References());

    public static CalendarReading Read(string file) => ReadBytes(File.ReadAllBytes(PathOf(file)), file);

    private sealed class References : ICalendarReferences
    {
        public IEnumerable<string> TemplateIds => TemplateFolder.All;

        public TemplateSummary? FindTemplate(string id) => TemplateFolder.Library.Templates.GetValueOrDefault(id)?.Manifest is { } manifest
            ? new TemplateSummary(manifest.Id, manifest.Purpose, manifest.Population, manifest.Channels)
            : null;

        public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) =>
            Criterion.Parse(text, SyntheticDatamart.Schema.Find(population)!).Problems;
    }
}
