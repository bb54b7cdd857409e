using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Orchestration.Messages.Sms;

namespace Orchestration.Messages;

/// <summary>Refuses, at start, settings that no message could be sent with.</summary>
public sealed partial class MessageSettingsValidator : IValidateOptions<MessageSettings>
{
    public ValidateOptionsResult Validate(string? name, MessageSettings options)
    {
        var faults = Faults(options).Select(fault => $"{MessageSettings.Section}:{fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MessageSettings settings)
    {
        if (!StopMention.IsShortNumber(settings.StopNumber))
        {
            yield return $"{nameof(settings.StopNumber)} must be the short number of the STOP service: 36 and three digits.";
        }

        if (!FeedbackName().IsMatch(settings.FeedbackSender))
        {
            yield return $"{nameof(settings.FeedbackSender)} must be 5 to 15 letters or digits.";
        }

        foreach (var domain in settings.Domains.Where(domain => !Domain().IsMatch(domain)))
        {
            yield return $"{nameof(settings.Domains)} holds '{domain}', which is not a domain in lower case.";
        }

        foreach (var (limit, value) in Limits(settings).Where(limit => limit.Value < 1))
        {
            yield return $"{limit} is {value}; at least 1.";
        }
    }

    private static IEnumerable<(string Name, int Value)> Limits(MessageSettings settings) =>
    [
        (nameof(settings.MaxHtmlBytes), settings.MaxHtmlBytes),
        (nameof(settings.MaxSubjectLength), settings.MaxSubjectLength),
        (nameof(settings.MaxSmsSegments), settings.MaxSmsSegments),
    ];

    [GeneratedRegex(@"\A[A-Za-z0-9]{5,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FeedbackName();

    [GeneratedRegex(@"\A(?:[a-z0-9-]+\.)+[a-z]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
