using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Messages;

namespace Orchestration.Tests.Calendars;

/// <summary>The templates of the samples, and a datamart in which every field exists but <c>champ_inconnu</c>.</summary>
/// <param name="letters">What the newsletter was written for; the canonical form and the demo differ.</param>
internal sealed class KnownReferences(Purpose letters = Purpose.Administrative) : ICalendarReferences
{
    public const string UnknownField = "champ_inconnu";

    private readonly TemplateSummary[] templates =
    [
        new("national/grippe-professionnels", Purpose.Health, Population.Professionals, [Channel.Email]),
        new("national/grippe-interne", Purpose.Health, Population.Staff, [Channel.Email]),
        new("national/grippe-invitation", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("national/grippe-relance", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("national/ror-professionnels", Purpose.Health, Population.Professionals, [Channel.Email]),
        new("national/ror-interne", Purpose.Health, Population.Staff, [Channel.Email]),
        new("national/ror-invitation", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("newsletters/3-minutes-medecins", letters, Population.Professionals, [Channel.Email]),
        new("library/compte-ameli", Purpose.Promotion, Population.Insured, [Channel.Email]),
    ];

    public IEnumerable<string> TemplateIds => templates.Select(template => template.Id);

    public TemplateSummary? FindTemplate(string id) => templates.FirstOrDefault(template => template.Id == id);

    public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) =>
        text.IndexOf(UnknownField, StringComparison.Ordinal) is >= 0 and var offset
            ? [new CriterionProblem(offset, UnknownField.Length, $"Le champ {UnknownField} est inconnu.", "Choisissez un champ du public.")]
            : [];
}
