using Orchestration.Messages.Templates.Manifest;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Templates;

/// <summary>
/// What each part of a template may name: the declared fields, which keep the order and so the ordinals of the manifest, then the
/// free zones, then the system fields of that part.
/// </summary>
internal sealed class PartSchemas
{
    public static readonly FieldSchema Caisse = new(("id", FieldType.Text), ("nom", FieldType.Text));

    public static readonly FieldSchema TriState =
        new(("fait", FieldType.Boolean), ("non_fait", FieldType.Boolean), ("inconnu", FieldType.Boolean));

    public PartSchemas(IReadOnlyList<FieldDeclaration> fields, IReadOnlyList<ZoneDeclaration> zones)
    {
        (string, FieldType)[] common =
        [
            .. fields.Select(field => (field.Name, TypeOf(field))),
            .. zones.Select(zone => (zone.Name, TypeOf(zone))),
            (SystemFields.Caisse, FieldType.ObjectOf(Caisse)),
            (SystemFields.SendDate, FieldType.Date),
        ];
        Subject = new FieldSchema(common);
        Body = new FieldSchema([.. common, (SystemFields.Subject, FieldType.Text), (SystemFields.UnsubscribeLink, FieldType.Text)]);
        Sms = new FieldSchema([.. common, (SystemFields.Stop, FieldType.Text)]);
    }

    public FieldSchema Subject { get; }

    public FieldSchema Body { get; }

    public FieldSchema Sms { get; }

    private static FieldType TypeOf(ZoneDeclaration zone)
    {
        var type = zone.Kind == ZoneKind.Paragraph ? FieldType.ListOf(FieldType.Text) : FieldType.Text;
        return zone.Optional ? type.Optional() : type;
    }

    private static FieldType TypeOf(FieldDeclaration field)
    {
        var type = field.Kind switch
        {
            DataKind.Text => FieldType.Text,
            DataKind.Number => FieldType.Number,
            DataKind.Date => FieldType.Date,
            DataKind.Boolean => FieldType.Boolean,
            DataKind.TriState => FieldType.ObjectOf(TriState),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
        };

        // A procedure of which nothing is known has a value for that.
        return field.Optional && field.Kind != DataKind.TriState ? type.Optional() : type;
    }
}
