using Orchestration.Audience;
using Orchestration.Messages;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the entries under <c>sends:</c>, given the campaigns that were read without a fault.</summary>
internal sealed class SendReader(ReadingContext context, IReadOnlyDictionary<string, Campaign> campaigns)
{
    private readonly MomentReader moments = new(context);
    private readonly CriterionReader criteria = new(context);

    public static IReadOnlyList<string> Keys { get; } =
    [
        "id", "campaign", "public", "remind", "audience", "channels", "template",
        "at", "every", "spread", "on_holiday", "window", "waiver",
    ];

    /// <returns>Null when something that it needs is missing or wrong.</returns>
    public Send? Read(Section section)
    {
        var id = section.Id("id");
        var campaign = context.Campaign(section);
        var population = section.Choice<Population>("public");
        var criterion = criteria.Read(section, population);
        var channels = section.Choices<Channel>("channels");
        var template = section.Text("template");
        var moment = moments.Read(section);
        var spread = section.SpreadDays("spread") ?? 1;
        var onHoliday = section.Choice<HolidayRule>("on_holiday", required: false) ?? HolidayRule.Next;
        var window = section.Window("window");
        var waiver = section.Text("waiver", required: false);
        RefuseReminder(section);
        if (template is not null)
        {
            var purpose = campaigns.GetValueOrDefault(campaign ?? "")?.Purpose;
            TemplateCheck.Run(section, template, purpose, population, channels ?? [], context.References);
        }

        return id is null || campaign is null || population is null || criterion is null || channels is null || template is null
            || moment is null
            ? null
            : new Send(
                id, campaign, population.Value, criterion, channels, template, moment, spread, onHoliday, window, waiver,
                section.Places);
    }

    private void RefuseReminder(Section section)
    {
        if (section.Scalar("remind", required: false) is not { Value: var reminded })
        {
            return;
        }

        var place = section.PlaceOf("remind");
        if (!context.Declared.Sends.Contains(reminded))
        {
            context.Problems.Unknown(
                ProblemCodes.UnknownSend, place, $"L'envoi « {reminded} » n'existe pas.", reminded, context.Declared.Sends);
        }

        context.Problems.Error(
            ProblemCodes.RemindUnsupported, place,
            $"Les relances (« remind ») ne sont pas encore prises en charge.", $"Retirez cet envoi du calendrier.");
    }
}
