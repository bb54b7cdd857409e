using System.Net.Mail;
using Orchestration.Messages.Email;
using Orchestration.Messages.Sms;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Rendering;

/// <summary>
/// Turns recipients into messages. The same content, recipient and context give the same message, byte for byte. It keeps values:
/// one instance per lot, one thread at a time.
/// </summary>
public sealed class MessageRenderer(CompiledContent content, MessageSettings settings)
{
    private readonly PersonRendering _rendering = new(content.Parts);
    private readonly string _stopMention = StopMention.For(settings.StopNumber);
    private readonly MailAddress? _sender =
        content.Manifest.EmailSender is { } sender ? EmailAddress.Mailbox(sender.Name, sender.Address) : null;

    private TemplateManifest Manifest => content.Manifest;

    /// <exception cref="ArgumentException">The recipient's channel is not one that the content was approved for.</exception>
    public RenderOutcome Render(Recipient recipient, MessageContext context)
    {
        if (!content.Channels.Contains(recipient.Channel))
        {
            throw new ArgumentException($"Template '{Manifest.Id}' was not approved for {recipient.Channel}.", nameof(recipient));
        }

        var slot = TimeZoneInfo.ConvertTime(context.Slot, TimeZoneInfo.FindSystemTimeZoneById(context.Caisse.TimeZone));
        if (_rendering.Bind(recipient.Channel, recipient.Fields, context.Caisse, DateOnly.FromDateTime(slot.DateTime)) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return recipient.Channel == Channel.Sms ? RenderSms(recipient, context) : RenderEmail(recipient, context, slot);
        }
        catch (TemplateLimitException exception)
        {
            return RenderRefusal.OverLimit(exception.Limit);
        }
    }

    private RenderOutcome RenderSms(Recipient recipient, MessageContext context)
    {
        if (!MobileNumber.TryParse(recipient.Contact, out var number, out var reason))
        {
            return RenderRefusal.BadContact(reason.Label());
        }

        var sms = ComposedSms.Compose(_rendering.RenderSms(_stopMention), Manifest.Purpose, settings.StopNumber);
        return sms.StopMissing
            ? RenderRefusal.StopMissing
            : new OutgoingMessage(context.Id, number.Value, Channel.Sms, Manifest.SmsSender!, sms.Text, Meta(context, sms.Size.Segments));
    }

    private RenderOutcome RenderEmail(Recipient recipient, MessageContext context, DateTimeOffset slot)
    {
        if (!EmailAddress.TryParse(recipient.Contact, out var address))
        {
            return RenderRefusal.BadContact("adresse e-mail invalide");
        }

        var subject = _rendering.RenderSubject();
        if (SubjectLine.Problem(subject, settings) is { } problem)
        {
            return RenderRefusal.BadSubject(problem);
        }

        var (html, text) = _rendering.RenderBody(subject, context.UnsubscribeUrl);
        var sender = _sender ?? throw new InvalidOperationException($"Template '{Manifest.Id}' has no e-mail sender.");
        var headers = EmailHeaders.Compose(new EmailHeaderInput(
            context.Id, sender, slot, context.UnsubscribeUrl, Manifest.ListId!, context.Caisse.Id, Manifest.Purpose,
            settings.FeedbackSender));
        return new OutgoingMessage(
            context.Id, address, Channel.Email, sender.ToString(), text, Meta(context, segments: null), subject, html, headers);
    }

    private MessageMeta Meta(MessageContext context, int? segments) =>
        new(context.SendKey.Value, context.Caisse.Id, Manifest.Id, Manifest.Version, content.Hash, Manifest.Purpose, context.Person, segments);
}
