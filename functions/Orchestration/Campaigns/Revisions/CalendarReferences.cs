using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Calendars;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Some templates and a datamart's fields, as what a calendar may name.</summary>
/// <param name="templates">By id.</param>
/// <param name="schema">Null when no datamart was ever delivered.</param>
internal sealed class CalendarReferences(IReadOnlyDictionary<string, TemplateSummary> templates, DatamartSchema? schema) : ICalendarReferences
{
    public IEnumerable<string> TemplateIds => templates.Keys;

    public TemplateSummary? FindTemplate(string id) => templates.GetValueOrDefault(id);

    public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) =>
        schema is null ? [Unknown("aucun datamart n’a encore été livré : les critères ne peuvent pas être vérifiés", "livrez un datamart, puis déposez le calendrier à nouveau")]
        : schema.Find(population) is { } fields ? Criterion.Parse(text, fields).Problems
        : [Unknown("le datamart ne décrit pas ce public", "choisissez un autre public")];

    private static CriterionProblem Unknown(string what, string mend) => new(0, 0, what, mend);
}
