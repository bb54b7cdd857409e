using Orchestration.Audience;
using Orchestration.Messages;

namespace Orchestration.Calendars;

/// <summary>What a calendar names and does not hold: templates and the fields of the datamart.</summary>
public interface ICalendarReferences
{
    /// <summary>Every template id, for suggestions.</summary>
    IEnumerable<string> TemplateIds { get; }

    TemplateSummary? FindTemplate(string id);

    /// <summary>Parses and types a criterion over the fields of one public.</summary>
    /// <returns>Every problem; empty when the criterion is right.</returns>
    IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population);
}

/// <summary>What a calendar must agree with.</summary>
/// <param name="Id">Such as <c>national/ror-invitation</c>.</param>
/// <param name="Purpose">What it was written for; the campaign's must be the same.</param>
/// <param name="Population">Whose fields it prints.</param>
/// <param name="Channels">Those that it has a body for.</param>
public sealed record TemplateSummary(string Id, Purpose Purpose, Population Population, IReadOnlyList<Channel> Channels);

/// <summary>A fault in a criterion.</summary>
/// <param name="Offset">Of the first faulty character in the criterion's text, from 0.</param>
/// <param name="Length">In characters; 0 at the end of the text.</param>
/// <param name="What">What was found, in French.</param>
/// <param name="Mend">What to write instead, in French.</param>
public sealed record CriterionProblem(int Offset, int Length, string What, string Mend);
