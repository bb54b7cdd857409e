using System.Collections.Frozen;

namespace Orchestration.Audience.Datamart;

/// <summary>The columns of one population, in the order of the shards.</summary>
public sealed class PopulationSchema
{
    /// <summary>Names a person within the datamart; opaque, never the NIR.</summary>
    public const string Id = "id";

    public const string Email = "email";

    /// <summary>E.164.</summary>
    public const string Mobile = "mobile";

    /// <summary>From which <c>age</c> derives.</summary>
    public const string Birth = "naissance";

    private static readonly FrozenDictionary<string, FieldKind> Kinds = new Dictionary<string, FieldKind>
    {
        [Id] = FieldKind.Text,
        [Email] = FieldKind.Text,
        [Mobile] = FieldKind.Text,
        [Birth] = FieldKind.Date,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, int> _ordinals;

    /// <exception cref="InvalidDatamartException">There is no column of ids, or a column that the pipeline itself reads is of another kind.</exception>
    public PopulationSchema(IReadOnlyList<FieldDefinition> fields)
    {
        Fields = fields;
        _ordinals = fields.Select((field, ordinal) => (field.Name, ordinal))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.ordinal, StringComparer.Ordinal);
        IdOrdinal = Ordinal(Id) ?? throw new InvalidDatamartException($"schema.json : un public n’a pas de colonne « {Id} ».");
        if (fields.FirstOrDefault(field => Kinds.GetValueOrDefault(field.Name, field.Kind) != field.Kind) is { } wrong)
            throw new InvalidDatamartException($"schema.json : la colonne « {wrong.Name} » doit être de type « {(wrong.Name == Birth ? "date" : "text")} ».");
    }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public int IdOrdinal { get; }

    /// <returns>The place of the column, or null when there is none of that name.</returns>
    public int? Ordinal(string name) => _ordinals.TryGetValue(name, out var ordinal) ? ordinal : null;
}
