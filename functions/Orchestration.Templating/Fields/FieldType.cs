using System.Diagnostics.CodeAnalysis;

namespace Orchestration.Templating.Fields;

/// <summary>What a template's field holds.</summary>
public sealed record FieldType
{
    private FieldType(FieldKind kind, FieldType? element = null, FieldSchema? schema = null)
    {
        Kind = kind;
        Element = element;
        Schema = schema;
    }

    public static FieldType Text { get; } = new(FieldKind.Text);

    [SuppressMessage("Naming", "CA1720", Justification = "As in FieldKind.")]
    public static FieldType Integer { get; } = new(FieldKind.Integer);

    public static FieldType Number { get; } = new(FieldKind.Number);

    public static FieldType Boolean { get; } = new(FieldKind.Boolean);

    public static FieldType Date { get; } = new(FieldKind.Date);

    public FieldKind Kind { get; }

    /// <summary>Whether the value may be missing (null in the template).</summary>
    public bool IsOptional { get; private init; }

    /// <summary>Of a list, else null.</summary>
    public FieldType? Element { get; }

    /// <summary>The members of an object, else null.</summary>
    public FieldSchema? Schema { get; }

    public static FieldType ListOf(FieldType element) => new(FieldKind.List, element: element);

    public static FieldType ObjectOf(FieldSchema schema) => new(FieldKind.Object, schema: schema);

    /// <summary>The same type, whose value may be missing.</summary>
    public FieldType Optional() => this with { IsOptional = true };
}
