using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Checking;

/// <summary>What is known of a value when the template is loaded.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsOptional">Whether it may be null.</param>
/// <param name="Element">Of a list.</param>
/// <param name="Schema">Of an object.</param>
internal sealed record StaticType(TypeKind Kind, bool IsOptional = false, StaticType? Element = null, FieldSchema? Schema = null)
{
    public static StaticType Unknown { get; } = new(TypeKind.Unknown);

    public static StaticType Null { get; } = new(TypeKind.Null, true);

    public static StaticType Text { get; } = new(TypeKind.Text);

    public static StaticType Boolean { get; } = new(TypeKind.Boolean);

    public static StaticType Integer { get; } = new(TypeKind.Integer);

    public static StaticType Number { get; } = new(TypeKind.Number);

    public static StaticType Date { get; } = new(TypeKind.Date);

    public static StaticType Duration { get; } = new(TypeKind.Duration);

    public static StaticType Markup { get; } = new(TypeKind.Markup);

    public static StaticType Printable { get; } = new(TypeKind.Printable);

    public static StaticType Mixed { get; } = new(TypeKind.Mixed);

    public bool IsUnknown => Kind == TypeKind.Unknown;

    /// <summary>Now one thing, now another, or a list of such.</summary>
    public bool IsMixed => Kind == TypeKind.Mixed || Element is { IsMixed: true };

    public bool IsNumeric => Kind is TypeKind.Integer or TypeKind.Number;

    /// <summary>Dates and captured texts become text through <c>plain</c>, which the normal form then shows.</summary>
    public bool NeedsPlain => Kind is TypeKind.Date or TypeKind.Printable;

    public bool IsScalar =>
        Kind is TypeKind.Text or TypeKind.Printable or TypeKind.Boolean or TypeKind.Integer or TypeKind.Number or TypeKind.Date;

    public static StaticType ListOf(StaticType element) => new(TypeKind.List, Element: element);

    public static StaticType From(FieldType type) => new(
        type.Kind switch
        {
            FieldKind.Text => TypeKind.Text,
            FieldKind.Integer => TypeKind.Integer,
            FieldKind.Number => TypeKind.Number,
            FieldKind.Boolean => TypeKind.Boolean,
            FieldKind.Date => TypeKind.Date,
            FieldKind.List => TypeKind.List,
            FieldKind.Object => TypeKind.Object,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        },
        type.IsOptional,
        type.Element is null ? null : From(type.Element),
        type.Schema);

    /// <summary>As the type of a field; null when no field can hold it.</summary>
    public FieldType? ToFieldType()
    {
        var type = Kind switch
        {
            TypeKind.Text => FieldType.Text,
            TypeKind.Integer => FieldType.Integer,
            TypeKind.Number => FieldType.Number,
            TypeKind.Boolean => FieldType.Boolean,
            TypeKind.Date => FieldType.Date,
            TypeKind.List when Element!.ToFieldType() is { } element => FieldType.ListOf(element),
            TypeKind.Object => FieldType.ObjectOf(Schema!),
            _ => null,
        };
        return IsOptional ? type?.Optional() : type;
    }

    public StaticType Optional(bool isOptional = true) =>
        IsOptional == isOptional || Kind == TypeKind.Null ? this : this with { IsOptional = isOptional };

    /// <summary>
    /// What a value is that is either of two things. What is unknown adds nothing: it must not hide, the second time through a
    /// loop, the problem that made it so.
    /// </summary>
    public StaticType Join(StaticType other)
    {
        if (IsUnknown) return other.Kind == TypeKind.Null ? this : other;
        if (other.IsUnknown) return other.Join(this);
        if (Kind == TypeKind.Null) return other.Optional();
        if (other.Kind == TypeKind.Null) return Optional();
        return JoinKinds(other).Optional(IsOptional || other.IsOptional);
    }

    private StaticType JoinKinds(StaticType other)
    {
        if (Kind == TypeKind.List && other.Kind == TypeKind.List) return ListOf(Element!.Join(other.Element!));
        if (Kind == other.Kind) return Equals(Schema, other.Schema) ? this : Mixed;
        if (IsNumeric && other.IsNumeric) return Number;
        return IsScalar && other.IsScalar ? Printable : Mixed;
    }
}
