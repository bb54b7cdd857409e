using Orchestration.Audience;
using Orchestration.Messages;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the entries under <c>sends:</c>, given the campaigns that were read without a fault.</summary>
internal sealed class SendReader(ReadingContext context, IReadOnlyDictionary<string, Campaign> campaigns)
{
    private const int LargestVolume = 100_000_000;

    private readonly MomentReader moments = new(context);
    private readonly CriterionReader criteria = new(context);

    public static IReadOnlyList<string> Keys { get; } =
    [
        "id", "campaign", "public", "remind", "audience", "channels", "template", "at", "every", "on", "from",
        "spread", "on_holiday", "window", "volume", "calls", "inserts", "waiver",
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
        var remind = Remind(section);
        var volume = section.Integer("volume", 0, LargestVolume, required: false);
        var calls = section.Decimal("calls", 0, 100) ?? 0;
        var inserts = Inserts(section);
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
                remind, volume, calls, inserts, section.Places);
    }

    private string? Remind(Section section)
    {
        if (section.Scalar("remind", required: false) is not { Value: var reminded })
        {
            return null;
        }

        if (context.Declared.Sends.Contains(reminded))
        {
            return reminded;
        }

        context.Problems.Unknown(
            ProblemCodes.UnknownSend, section.PlaceOf("remind"),
            $"L'envoi « {reminded} » n'existe pas.", reminded, context.Declared.Sends);
        return null;
    }

    private List<string> Inserts(Section section)
    {
        var inserts = section.Scalars("inserts", required: false) ?? [];
        foreach (var (scalar, place) in inserts.Where(insert => !context.Declared.Campaigns.Contains(insert.Value.Value)))
        {
            context.Problems.Unknown(
                ProblemCodes.UnknownCampaign, place,
                $"La campagne « {scalar.Value} » n'existe pas.", scalar.Value, context.Declared.Campaigns);
        }

        return [.. inserts.Select(insert => insert.Value.Value).Distinct()];
    }
}
