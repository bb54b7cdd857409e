using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Messages.Library;

namespace Orchestration.Campaigns.Revisions;

/// <summary>What calendars may name, as it stands at the moment: the published templates and the fields of the current datamart.</summary>
public sealed class CalendarReferencesFactory(ContentLibrary library, SnapshotStore snapshots)
{
    public async Task<ICalendarReferences> CreateAsync(CancellationToken cancellation)
    {
        var templates = await library.TemplatesAsync(cancellation);
        var schema = await snapshots.CurrentAsync(cancellation) is { } date ? await snapshots.SchemaAsync(date, cancellation) : null;
        return new References(templates, schema);
    }

    private sealed class References(IReadOnlyDictionary<string, TemplateSummary> templates, DatamartSchema? schema) : ICalendarReferences
    {
        public IEnumerable<string> TemplateIds => templates.Keys;

        public TemplateSummary? FindTemplate(string id) => templates.GetValueOrDefault(id);

        public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) =>
            schema is null ? [Unknown("aucun datamart n’a encore été livré : les critères ne peuvent pas être vérifiés", "livrez un datamart, puis déposez le calendrier à nouveau")]
            : schema.Find(population) is { } fields ? Criterion.Parse(text, fields).Problems
            : [Unknown("le datamart ne décrit pas ce public", "choisissez un autre public")];

        private static CriterionProblem Unknown(string what, string mend) => new(0, 0, what, mend);
    }
}
