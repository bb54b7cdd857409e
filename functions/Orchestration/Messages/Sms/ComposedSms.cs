namespace Orchestration.Messages.Sms;

/// <summary>A text as it will be sent.</summary>
/// <param name="Text">Transliterated, without blanks at its ends.</param>
/// <param name="Changes">What transliteration changed.</param>
/// <param name="Size">With room for the STOP mention where the purpose needs one that the text does not have yet.</param>
/// <param name="StopMissing">The purpose needs a STOP mention and the text has none: it must not be sent.</param>
public sealed record ComposedSms(string Text, IReadOnlyList<SmsTextChange> Changes, SmsSize Size, bool StopMissing)
{
    public static ComposedSms Compose(string body, Purpose purpose, string stopNumber)
    {
        var (text, changes) = SmsTransliteration.Apply(body.Trim());
        var stopMissing = purpose == Purpose.Promotion && !StopMention.IsIn(text, stopNumber);
        var counted = stopMissing ? $"{text} {StopMention.For(stopNumber)}" : text;
        return new ComposedSms(text, changes, SmsSize.Measure(counted), stopMissing);
    }
}
