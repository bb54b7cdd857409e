using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Fields;

/// <summary>
/// The values of one recipient, by the ordinals of one schema. Fill it, render, fill it again for the next one; not for several
/// threads at once. A field that was never set, or was set to null, is missing: only an optional one may be.
/// </summary>
public sealed class FieldValues(FieldSchema schema)
{
    private readonly Value[] _values = new Value[schema.Fields.Count];

    public FieldSchema Schema { get; } = schema;

    public void Clear() => Array.Clear(_values);

    /// <exception cref="ArgumentException">The field is no text (true of every setter, for its own type).</exception>
    public void SetText(int ordinal, string? value) => Set(ordinal, FieldKind.Text, Value.Of(value));

    public void SetInteger(int ordinal, long? value) =>
        Set(ordinal, FieldKind.Integer, value is { } number ? Value.Of(number) : default);

    public void SetNumber(int ordinal, decimal? value) =>
        Set(ordinal, FieldKind.Number, value is { } number ? Value.Of(number) : default);

    public void SetBoolean(int ordinal, bool? value) =>
        Set(ordinal, FieldKind.Boolean, value is { } flag ? Value.Of(flag) : default);

    /// <summary>A local date and time; its kind is forgotten.</summary>
    public void SetDate(int ordinal, DateTime? value) =>
        Set(ordinal, FieldKind.Date, value is { } date ? Value.Of(date) : default);

    public void SetDate(int ordinal, DateOnly? value) => SetDate(ordinal, value?.ToDateTime(TimeOnly.MinValue));

    /// <param name="ordinal">The field.</param>
    /// <param name="value">Values of the field's own schema; kept, not copied.</param>
    public void SetObject(int ordinal, FieldValues? value)
    {
        if (value is not null && !value.Schema.Equals(Schema.Fields[ordinal].Type.Schema))
            throw new ArgumentException($"The values of '{Schema.Fields[ordinal].Name}' follow another schema.", nameof(value));
        Set(ordinal, FieldKind.Object, value is null ? default : Value.Of(value));
    }

    /// <param name="ordinal">The field.</param>
    /// <param name="items">As <see cref="Get"/> returns them: string, long, decimal, bool, DateTime, FieldValues or a list
    /// of these.</param>
    public void SetList(int ordinal, IEnumerable<object?>? items) =>
        Set(ordinal, FieldKind.List, items is null ? default : Unboxed(Schema.Fields[ordinal].Type, items));

    /// <summary>
    /// The value of a field: null, string, long, decimal, bool, DateTime, <see cref="FieldValues"/>, or an
    /// <see cref="IReadOnlyList{T}"/> of these.
    /// </summary>
    public object? Get(int ordinal) => Boxed(_values[ordinal]);

    internal Value this[int ordinal]
    {
        get => _values[ordinal];
        set => _values[ordinal] = value;
    }

    private void Set(int ordinal, FieldKind kind, Value value)
    {
        var field = Schema.Fields[ordinal];
        if (field.Type.Kind != kind)
            throw new ArgumentException($"'{field.Name}' is of type {field.Type.Kind}, not {kind}.", nameof(value));
        _values[ordinal] = value;
    }

    private static object? Boxed(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => value.Boolean,
        ValueKind.Integer => value.Integer,
        ValueKind.Decimal => value.Decimal,
        ValueKind.Text => value.Text,
        ValueKind.Date => value.Date,
        ValueKind.Object => value.Object,
        ValueKind.List => Array.ConvertAll(value.List, Boxed),
        _ => throw new InvalidOperationException($"A field holds no {value.Kind}."),
    };

    private static Value Unboxed(FieldType type, object? value) => (type.Kind, value) switch
    {
        (_, null) => default,
        (FieldKind.Text, string text) => Value.Of(text),
        (FieldKind.Integer, long number) => Value.Of(number),
        (FieldKind.Number, decimal number) => Value.Of(number),
        (FieldKind.Boolean, bool flag) => Value.Of(flag),
        (FieldKind.Date, DateTime date) => Value.Of(date),
        (FieldKind.Object, FieldValues values) when values.Schema.Equals(type.Schema) => Value.Of(values),
        (FieldKind.List, IEnumerable<object?> items) => Value.Of([.. items.Select(item => Unboxed(type.Element!, item))]),
        _ => throw new ArgumentException($"A list of {type.Kind} cannot hold a {value.GetType().Name}.", nameof(value)),
    };
}
