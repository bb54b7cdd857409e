using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Messages;

namespace Orchestration.Tests.Calendars;

/// <summary>Every template exists and fits every send of one purpose; every criterion is right.</summary>
internal sealed class AnyReferences : ICalendarReferences
{
    private Purpose purpose;

    public IEnumerable<string> TemplateIds => [];

    public static CalendarReading Read(byte[] content, string name)
    {
        // The purpose of a template must be its campaign's: with no fault but that one, a calendar is read once for each purpose.
        var readings = Enum.GetValues<Purpose>().Select(purpose => CalendarReader.Read(content, name, new AnyReferences { purpose = purpose })).ToList();
        return readings.Find(reading => reading.Calendar is not null) ?? readings[0];
    }

    public TemplateSummary FindTemplate(string id) => new(id, purpose, Population.Insured, [Channel.Email, Channel.Sms]);

    public IReadOnlyList<CriterionProblem> CheckCriterion(string text, Population population) => [];
}
