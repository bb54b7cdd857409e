using System.Collections.Frozen;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Fields;

/// <summary>One declared field.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Ordinal">Its place in a <see cref="FieldValues"/>, from 0.</param>
public sealed record Field(string Name, FieldType Type, int Ordinal);

/// <summary>
/// The fields that a template (or an object field) declares, in order. Equal when they are the same in the same order.
/// </summary>
public sealed class FieldSchema : IEquatable<FieldSchema>
{
    private readonly FrozenDictionary<string, Field> _byName;

    /// <exception cref="ArgumentException">A name is given twice, or is not letters, digits and <c>_</c> after a
    /// letter.</exception>
    public FieldSchema(params IEnumerable<(string Name, FieldType Type)> fields)
    {
        Fields = [.. fields.Select((field, ordinal) => new Field(field.Name, field.Type, ordinal))];
        if (Fields.FirstOrDefault(field => !ReservedWords.IsName(field.Name)) is { } wrong)
            throw new ArgumentException($"'{wrong.Name}' is not a field name.", nameof(fields));

        _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>
    /// Whether the language already gives this name a meaning: no field of a template may have it, but a member of an
    /// object may.
    /// </summary>
    public static bool IsReserved(string name) => ReservedWords.Contains(name);

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The place of a field in a <see cref="FieldValues"/>.</summary>
    /// <exception cref="KeyNotFoundException">The schema has no such field.</exception>
    public int Ordinal(string name) => Find(name)?.Ordinal ?? throw new KeyNotFoundException($"There is no field '{name}'.");

    public bool Equals(FieldSchema? other) =>
        ReferenceEquals(this, other) || (other is not null && Fields.SequenceEqual(other.Fields));

    public override bool Equals(object? obj) => Equals(obj as FieldSchema);

    public override int GetHashCode() => HashCode.Combine(Fields.Count, Fields.Count > 0 ? Fields[0].Name : null);
}
