using Microsoft.Extensions.Options;

namespace Orchestration.Planning;

/// <summary>Refuses, at start, settings that no plan could follow.</summary>
public sealed class PlanningRulesValidator : IValidateOptions<PlanningRules>
{
    private const int MostExpiryDays = 31;
    private const int MostWaveDays = 366;

    public ValidateOptionsResult Validate(string? name, PlanningRules options)
    {
        var faults = Faults(options).Select(fault => $"{PlanningRules.Section}:{fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PlanningRules rules) =>
    [
        .. WindowFaults(nameof(rules.Email), rules.Email),
        .. WindowFaults(nameof(rules.Sms), rules.Sms),
        .. SmsFaults(rules.Sms),
        .. RangeFaults(nameof(rules.ExpiryDays), rules.ExpiryDays, MostExpiryDays),
        .. RangeFaults(nameof(rules.WaveLeadDays), rules.WaveLeadDays, MostWaveDays),
        .. RangeFaults(nameof(rules.WaveTrailDays), rules.WaveTrailDays, MostWaveDays),
    ];

    private static IEnumerable<string> WindowFaults(string channel, ChannelHours hours)
    {
        if (hours.Weekdays is null)
        {
            yield return $"{channel}:Weekdays is missing: the channel would have no ordinary day.";
        }

        foreach (var (day, window) in Days(hours))
        {
            if (window is { } given && given.Start >= given.End)
            {
                yield return $"{channel}:{day} ends before it starts.";
            }
        }
    }

    private static IEnumerable<string> SmsFaults(ChannelHours hours)
    {
        foreach (var (day, window) in Days(hours))
        {
            if (window is null)
            {
                continue;
            }

            if (day is nameof(hours.Sunday) or nameof(hours.PublicHolidays))
            {
                yield return $"Sms:{day} must stay empty: no SMS on Sundays or public holidays.";
            }
            else if (window.Value.Intersect(PlanningRules.SmsBound) != window)
            {
                yield return $"Sms:{day} is {window}, outside the bound {PlanningRules.SmsBound}.";
            }
        }
    }

    private static IEnumerable<string> RangeFaults(string setting, int value, int most) =>
        value >= 0 && value <= most ? [] : [$"{setting} is {value}; 0 to {most}."];

    private static IEnumerable<(string Day, TimeWindow? Window)> Days(ChannelHours hours) =>
    [
        (nameof(hours.Weekdays), hours.Weekdays),
        (nameof(hours.Saturday), hours.Saturday),
        (nameof(hours.Sunday), hours.Sunday),
        (nameof(hours.PublicHolidays), hours.PublicHolidays),
    ];
}
