using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Messages;

namespace Orchestration.Tests.Calendars;

/// <summary>The templates of the samples, and a datamart in which every field exists but <c>champ_inconnu</c>.</summary>
internal sealed class KnownReferences : ICalendarReferences
{
    public const string UnknownField = "champ_inconnu";

    private static readonly TemplateSummary[] Templates =
    [
        new("national/grippe-professionnels", Purpose.Health, Population.Professionals, [Channel.Email]),
        new("national/grippe-interne", Purpose.Health, Population.Staff, [Channel.Email]),
        new("national/grippe-invitation", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("national/grippe-relance", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("national/ror-professionnels", Purpose.Health, Population.Professionals, [Channel.Email]),
        new("national/ror-interne", Purpose.Health, Population.Staff, [Channel.Email]),
        new("national/ror-invitation", Purpose.Health, Population.Insured, [Channel.Email, Channel.Sms]),
        new("newsletters/3-minutes-medecins", Purpose.Health, Population.Professionals, [Channel.Email]),
        new("library/compte-ameli", Purpose.Promotion, Population.Insured, [Channel.Email]),
    ];

    public IEnumerable<string> TemplateIds => Templates.Select(template => template.Id);

    public TemplateSummary? FindTemplate(string id) => Templates.FirstOrDefault(template => template.Id == id);

    public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) =>
        text.IndexOf(UnknownField, StringComparison.Ordinal) is >= 0 and var offset
            ? [new CriterionProblem(offset, UnknownField.Length, $"Le champ {UnknownField} est inconnu.", "Choisissez un champ du public.")]
            : [];
}
