using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Rendering;

/// <summary>A value of the language, without a box for what fits in 64 bits. The default is null.</summary>
internal readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    private Value(ValueKind kind, long bits, object? reference = null)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    public static Value Null => default;

    public ValueKind Kind { get; }

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsNumber => Kind is ValueKind.Integer or ValueKind.Float or ValueKind.Decimal;

    /// <summary>Scriban's truth table: only null and false are false.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean ? _bits != 0 : Kind != ValueKind.Null;

    public bool Boolean => _bits != 0;

    public long Integer => _bits;

    public double Float => BitConverter.Int64BitsToDouble(_bits);

    public decimal Decimal => (decimal)_reference!;

    /// <summary>The characters of a text or of markup; null for null.</summary>
    public string? Text => (string?)_reference;

    public DateTime Date => DateTime.FromBinary(_bits);

    public TimeSpan Duration => new(_bits);

    public Value[] List => (Value[])_reference!;

    public FieldValues Object => (FieldValues)_reference!;

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(long value) => new(ValueKind.Integer, value);

    public static Value Of(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value));

    public static Value Of(decimal value) => new(ValueKind.Decimal, 0, value);

    public static Value Of(string? value) => value is null ? Null : new(ValueKind.Text, 0, value);

    public static Value Of(DateTime value) =>
        new(ValueKind.Date, DateTime.SpecifyKind(value, DateTimeKind.Unspecified).ToBinary());

    public static Value Of(TimeSpan value) => new(ValueKind.Duration, value.Ticks);

    public static Value Of(Value[] items) => new(ValueKind.List, 0, items);

    public static Value Of(FieldValues value) => new(ValueKind.Object, 0, value);

    public static Value Markup(string value) => new(ValueKind.Markup, 0, value);

    /// <summary>Same kind and same content: 1 and 1.0 differ, as they do among Scriban's list functions.</summary>
    public bool Equals(Value other) => Kind == other.Kind && Kind switch
    {
        ValueKind.Float => Float.Equals(other.Float),
        ValueKind.Decimal or ValueKind.Text or ValueKind.Markup => Equals(_reference, other._reference),
        ValueKind.List or ValueKind.Object => ReferenceEquals(_reference, other._reference),
        _ => _bits == other._bits,
    };

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _reference);
}
