using Microsoft.Extensions.Options;
using Orchestration.Planning.Checks;

namespace Orchestration.Planning;

/// <summary>Refuses, at start, settings that no plan could follow.</summary>
public sealed class PlanningRulesValidator : IValidateOptions<PlanningRules>
{
    /// <summary>A send is put off to the day after; far longer, it would rather not be planned.</summary>
    private const int MostClosedDays = 31;

    private const int MostExpiryDays = 31;
    private const int MostWaveDays = 366;
    private const int MostVisaDays = 60;

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
        .. RangeFaults(nameof(rules.VisaLeadDays), rules.VisaLeadDays, MostVisaDays),
        .. PositiveFaults(rules),
        .. rules.Blackouts.Where(blackout => blackout.From > blackout.To || blackout.Name.Length == 0)
            .Select(blackout => $"Blackouts: '{blackout.Name}' has no name, or ends before it starts."),
        .. rules.Blackouts.Where(blackout => blackout.IsClosed && blackout.To.DayNumber - blackout.From.DayNumber >= MostClosedDays)
            .Select(blackout => $"Blackouts: '{blackout.Name}' closes everything for more than {MostClosedDays} days."),
        .. rules.Checks.Where(check => PlanChecks.Find(check.Key) is null)
            .Select(check => $"Checks:{check.Key} is no check; they are {string.Join(", ", PlanChecks.All.Select(known => known.Id))}."),
        .. rules.Checks.Where(check => PlanChecks.Find(check.Key) is { IsHard: true } && check.Value != CheckSeverity.Error)
            .Select(check => $"Checks:{check.Key} is always an error."),
    ];

    private static IEnumerable<string> PositiveFaults(PlanningRules rules) =>
        from setting in new (string Name, double Value)[]
        {
            ("Capacity:EmailsPerDay", rules.Capacity.EmailsPerDay),
            ("Capacity:EmailsPerHour", rules.Capacity.EmailsPerHour),
            ("Capacity:SmsPerDay", rules.Capacity.SmsPerDay),
            ("Capacity:SmsPerHour", rules.Capacity.SmsPerHour),
            ("Capacity:CallsPerDay", rules.Capacity.CallsPerDay),
            ("Pressure:GapDays", rules.Pressure.GapDays),
            ("Pressure:WindowDays", rules.Pressure.WindowDays),
            ("Pressure:MessagesPerWindow", rules.Pressure.MessagesPerWindow),
            ("Pressure:SmsPerWindow", rules.Pressure.SmsPerWindow),
            ("Pressure:ProfessionalWindowDays", rules.Pressure.ProfessionalWindowDays),
            ("Pressure:MessagesPerProfessionalWindow", rules.Pressure.MessagesPerProfessionalWindow),
            ("OwnedMedia:BannerDays", rules.OwnedMedia.BannerDays),
            ("OwnedMedia:LoopSeconds", rules.OwnedMedia.LoopSeconds),
            ("OwnedMedia:ClipSeconds", rules.OwnedMedia.ClipSeconds),
            ("Pressure:LeastSample", rules.Pressure.LeastSample),
        }
        where setting.Value <= 0
        select $"{setting.Name} must be more than 0.";

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
