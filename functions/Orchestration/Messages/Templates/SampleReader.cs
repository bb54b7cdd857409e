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
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return Read(document.RootElement, json, fields, problems);
            }

            problems.Add(Findings(json, "", "S002", "Le fichier doit contenir un objet.", "Écrivez { \"prenom\": \"Camille\" }, avec vos champs."));
        }
        catch (JsonException exception)
        {
            var (line, column) = ((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
            new ProblemLog(PackageFiles.Sample, problems).Add(
                "S001", new Place(line, column, 0), "À partir d’ici, le fichier n’est plus du JSON, ou répète un champ.",
                "Vérifiez, ici ou juste avant, les guillemets, les virgules et les accolades.");
        }

        return null;
    }

    private static Dictionary<string, string?>? Read(
        JsonElement sample, string json, IReadOnlyList<FieldDeclaration> fields, ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in sample.EnumerateObject())
        {
            if (fields.All(field => field.Name != member.Name))
            {
                problems.Add(Findings(json, member.Name, "S003", $"Le champ « {member.Name} » n’est pas déclaré.", $"Déclarez-le dans {PackageFiles.Manifest}, ou effacez-le."));
            }
            else if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                problems.Add(Findings(json, member.Name, "S004", $"Le champ « {member.Name} » doit avoir une valeur simple.", "Écrivez un texte, un nombre, true ou false."));
            }
            else
            {
                values[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : TextOf(member.Value);
            }
        }

        return problems.Count == before ? values : null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();

    private static TemplateProblem Findings(string json, string name, string code, string message, string mend) =>
        Checks.Findings.In(PackageFiles.Sample, json, Math.Max(0, json.IndexOf($"\"{name}\"", StringComparison.Ordinal)), name.Length, code, message, mend);
}
