using System.Text.Json;
using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary><c>schema.json</c>: the columns of each population.</summary>
public sealed class DatamartSchema
{
    private readonly Dictionary<Population, PopulationSchema> _populations;

    public DatamartSchema(IReadOnlyDictionary<Population, IReadOnlyList<FieldDefinition>> populations) =>
        _populations = populations.ToDictionary(pair => pair.Key, pair => new PopulationSchema(pair.Value));

    /// <returns>Null when this datamart does not describe that population.</returns>
    public PopulationSchema? Find(Population population) => _populations.GetValueOrDefault(population);

    /// <exception cref="InvalidDatamartException">The text is not a schema; the message says why.</exception>
    public static DatamartSchema Parse(BinaryData json)
    {
        try
        {
            var populations = json.ToObjectFromJson<Dictionary<Population, IReadOnlyList<FieldDefinition>>>(Json.Options);
            return new DatamartSchema(populations ?? throw new InvalidDatamartException("schema.json est vide."));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new InvalidDatamartException($"schema.json est illisible : {error.Message}");
        }
    }

    public BinaryData ToJson() =>
        new(JsonSerializer.SerializeToUtf8Bytes(_populations.ToDictionary(pair => pair.Key, pair => pair.Value.Fields), Json.Indented));
}
