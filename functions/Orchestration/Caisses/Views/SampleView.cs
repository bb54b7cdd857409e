using Orchestration.Messages.Templates;

namespace Orchestration.Caisses.Views;

/// <summary>What an invented person would get.</summary>
/// <param name="Subject">Of the e-mail; null without one, like the two that follow.</param>
/// <param name="Html">The e-mail; show it in a frame without script.</param>
/// <param name="Text">The same in plain text.</param>
/// <param name="Sms">The SMS; null without one.</param>
/// <param name="SmsSegments">How many segments it takes: what operators bill.</param>
public sealed record SampleView(string? Subject, string? Html, string? Text, string? Sms, int? SmsSegments)
{
    public static SampleView Of(TemplatePreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return new(preview.Subject, preview.Html, preview.Text, preview.Sms?.Text, preview.Sms?.Size.Segments);
    }
}
