using Orchestration.Caisses;
using Orchestration.Messages.Templates;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Rendering;

/// <summary>
/// Renders the parts of one template for one person after another, in values that it keeps: one instance per lot, one thread at a time.
/// </summary>
internal sealed class PersonRendering(TemplateParts parts)
{
    private readonly FieldValues _subject = new(parts.Schemas.Subject);
    private readonly FieldValues _body = new(parts.Schemas.Body);
    private readonly FieldValues _sms = new(parts.Schemas.Sms);
    private readonly FieldValues _caisse = new(PartSchemas.Caisse);

    /// <summary>Takes the values of the next person.</summary>
    /// <returns>What keeps this person's message from being rendered, or null.</returns>
    public RenderRefusal? Bind(Channel channel, IReadOnlyDictionary<string, string?> fields, Caisse caisse, DateOnly sendDate)
    {
        _caisse.SetText(PartSchemas.Caisse.Ordinal("id"), caisse.Id);
        _caisse.SetText(PartSchemas.Caisse.Ordinal("nom"), caisse.Name.Replace('\'', '’'));
        return channel == Channel.Sms
            ? Bind(_sms, fields, sendDate)
            : Bind(_subject, fields, sendDate) ?? Bind(_body, fields, sendDate);
    }

    /// <returns>The subject, without blanks at its ends; it may still be one that no header can hold.</returns>
    public string RenderSubject() => Render(parts.Subject, _subject).Trim();

    public (string Html, string Text) RenderBody(string subject, string unsubscribeUrl)
    {
        _body.SetText(parts.Schemas.Body.Ordinal(SystemFields.Subject), subject);
        _body.SetText(parts.Schemas.Body.Ordinal(SystemFields.UnsubscribeLink), unsubscribeUrl);
        return (Render(parts.Html, _body), Render(parts.Text, _body));
    }

    public string RenderSms(string stopMention)
    {
        _sms.SetText(parts.Schemas.Sms.Ordinal(SystemFields.Stop), stopMention);
        return Render(parts.Sms, _sms);
    }

    private RenderRefusal? Bind(FieldValues values, IReadOnlyDictionary<string, string?> fields, DateOnly sendDate)
    {
        values.Clear();
        for (var ordinal = 0; ordinal < parts.Fields.Count; ordinal++)
        {
            var field = parts.Fields[ordinal];
            if (FieldBinding.Bind(field, ordinal, fields.GetValueOrDefault(field.Name), values) is { } refusal)
            {
                return refusal;
            }
        }

        parts.Zones.Bind(values, parts.Fields.Count);
        values.SetObject(values.Schema.Ordinal(SystemFields.Caisse), _caisse);
        values.SetDate(values.Schema.Ordinal(SystemFields.SendDate), sendDate);
        return null;
    }

    private static string Render(PartRenderer? part, FieldValues values) =>
        (part ?? throw new InvalidOperationException("The template has no part for this channel."))(values);
}
