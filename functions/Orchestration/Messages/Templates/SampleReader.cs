using System.Text.Json;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Templates;

/// <summary>
/// Reads <c>sample.json</c>, an invented person: one member per declared field, with the datamart's text forms; booleans and numbers may
/// be written as JSON has them. Codes <c>S0xx</c>.
/// </summary>
internal static class SampleReader
{
    /// <returns>Name to text form, each fit for its field; null when there is a problem.</returns>
    public static IReadOnlyDictionary<string, string?>? Read(
        string json, IReadOnlyList<FieldDeclaration> fields, FieldSchema schema, ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var log = new ProblemLog(PackageFiles.Sample, problems);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                var values = Read(document.RootElement, json, fields, schema, log);
                return problems.Count == before ? values : null;
            }

            log.Add("S002", Place.Start, "Le fichier doit contenir un objet.", "Écrivez { \"prenom\": \"Camille\" }, avec vos champs.");
        }
        catch (JsonException exception)
        {
            var (line, column) = ((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
            log.Add(
                "S001", new Place(line, column, 0), "À partir d’ici, le fichier n’est plus du JSON, ou répète un champ.",
                "Vérifiez, ici ou juste avant, les guillemets, les virgules et les accolades.");
        }

        return null;
    }

    private static Dictionary<string, string?> Read(
        JsonElement sample, string json, IReadOnlyList<FieldDeclaration> fields, FieldSchema schema, ProblemLog log)
    {
        foreach (var member in sample.EnumerateObject().Where(member => fields.All(field => field.Name != member.Name)))
        {
            log.Add(
                "S003", PlaceOf(json, member.Name), $"Le champ « {member.Name} » n’est pas déclaré.",
                $"Déclarez-le dans {PackageFiles.Manifest}, ou effacez-le.");
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var target = new FieldValues(schema);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var field = fields[ordinal];
            var element = sample.TryGetProperty(field.Name, out var found) ? found : default;
            var isSimple = element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            values[field.Name] = TextOf(element);
            if ((isSimple ? FieldBinding.Bind(field, ordinal, values[field.Name], target) : RenderRefusal.BadField(field.Name)) is { } refusal)
            {
                log.Add("S004", PlaceOf(json, field.Name), refusal.Detail, "Donnez à ce champ une valeur simple, de son type.");
            }
        }

        return values;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <summary>Of the member, or of the whole when it is missing.</summary>
    private static Place PlaceOf(string json, string name) =>
        json.IndexOf($"\"{name}\"", StringComparison.Ordinal) is var at and >= 0 ? Place.Of(json, at, name.Length + 2) : Place.Start;
}
