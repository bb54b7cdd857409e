using System.Text.Json;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>
/// Reads <c>sample.json</c>, an invented person: one member per declared field, with the datamart's text forms; booleans and numbers may
/// be written as JSON has them. Codes <c>S0xx</c>.
/// </summary>
internal static class SampleReader
{
    /// <returns>Name to text form; null when there is a problem.</returns>
    public static IReadOnlyDictionary<string, string?>? Read(string json, IReadOnlyList<FieldDeclaration> fields, ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var log = new ProblemLog(PackageFiles.Sample, problems);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                var values = Read(document.RootElement, json, fields, log);
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

    private static Dictionary<string, string?> Read(JsonElement sample, string json, IReadOnlyList<FieldDeclaration> fields, ProblemLog log)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in sample.EnumerateObject())
        {
            if (fields.All(field => field.Name != member.Name))
            {
                log.Add("S003", PlaceOf(json, member.Name), $"Le champ « {member.Name} » n’est pas déclaré.", $"Déclarez-le dans {PackageFiles.Manifest}, ou effacez-le.");
            }
            else if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                log.Add("S004", PlaceOf(json, member.Name), $"Le champ « {member.Name} » doit avoir une valeur simple.", "Écrivez un texte, un nombre, true ou false.");
            }
            else
            {
                values[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : TextOf(member.Value);
            }
        }

        return values;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();

    private static Place PlaceOf(string json, string name) => Place.Of(json, Math.Max(0, json.IndexOf($"\"{name}\"", StringComparison.Ordinal)), name.Length);
}
