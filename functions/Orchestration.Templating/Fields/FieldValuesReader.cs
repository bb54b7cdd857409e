using System.Globalization;
using System.Text.Json;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Fields;

/// <summary>
/// Reads values from JSON: an object with one member per field; dates as <c>2027-10-12</c> or <c>2027-10-12T18:30:00</c>.
/// </summary>
public static class FieldValuesReader
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads all the values, or tells every problem, each with the path of its value.</summary>
    public static FieldValuesReading Read(FieldSchema schema, string json)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var reading = new Reading();
        try
        {
            using var document = JsonDocument.Parse(json);
            var values = reading.ReadObject(schema, document.RootElement, "");
            return new FieldValuesReading(reading.Problems.Count == 0 ? values : null, reading.Problems);
        }
        catch (JsonException problem)
        {
            reading.Add(
                "", $"Ce fichier n'est pas du JSON : {problem.Message}",
                "Vérifier virgules, accolades et guillemets à cet endroit.");
            return new FieldValuesReading(null, reading.Problems);
        }
    }

    private sealed class Reading
    {
        public List<FieldValueProblem> Problems { get; } = [];

        public void Add(string path, string message, string mend) =>
            Problems.Add(new FieldValueProblem(path, Typography.Typeset(message), Typography.Typeset(mend)));

        public FieldValues? ReadObject(FieldSchema schema, JsonElement json, string path)
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                Expected(path, "un objet `{ … }`", json);
                return null;
            }

            var values = new FieldValues(schema);
            foreach (var member in json.EnumerateObject())
            {
                if (schema.Find(member.Name) is { } field)
                    values[field.Ordinal] = ReadValue(field.Type, member.Value, Join(path, field.Name));
                else Unknown(schema, Join(path, member.Name), member.Name);
            }

            foreach (var field in schema.Fields)
            {
                if (!field.Type.IsOptional && !json.TryGetProperty(field.Name, out _))
                    Add(Join(path, field.Name), "Cette valeur manque.", "L'ajouter, ou déclarer le champ facultatif.");
            }

            return values;
        }

        private Value ReadValue(FieldType type, JsonElement json, string path)
        {
            if (json.ValueKind == JsonValueKind.Null && type.IsOptional) return default;
            return type.Kind switch
            {
                FieldKind.Text when json.ValueKind == JsonValueKind.String => Value.Of(json.GetString()),
                FieldKind.Boolean when json.ValueKind is JsonValueKind.True or JsonValueKind.False => Value.Of(json.GetBoolean()),
                FieldKind.Integer when IsNumber(json) && json.TryGetInt64(out var number) => Value.Of(number),
                FieldKind.Number when IsNumber(json) && json.TryGetDecimal(out var number) => Value.Of(number),
                FieldKind.Date when json.ValueKind == JsonValueKind.String && TryReadDate(json, out var date) => Value.Of(date),
                FieldKind.Object => ReadObject(type.Schema!, json, path) is { } values ? Value.Of(values) : default,
                FieldKind.List when json.ValueKind == JsonValueKind.Array => ReadList(type.Element!, json, path),
                _ => Expected(path, Name(type.Kind), json),
            };
        }

        private Value ReadList(FieldType element, JsonElement json, string path) =>
            Value.Of([.. json.EnumerateArray().Select((item, index) => ReadValue(element, item, $"{path}[{index}]"))]);

        private static bool IsNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number;

        private static bool TryReadDate(JsonElement json, out DateTime date) =>
            DateTime.TryParseExact(json.GetString(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

        private Value Expected(string path, string expected, JsonElement found)
        {
            Add(path, $"Il faut ici {expected}, et non `{found.GetRawText()}`.", $"Écrire {expected}.");
            return default;
        }

        private void Unknown(FieldSchema schema, string path, string name)
        {
            var near = NearName.Find(name, schema.Fields.Select(field => field.Name));
            var mend = near is null ? "Le déclarer dans `template.yaml`, ou le retirer." : $"Écrire `{near}` ?";
            Add(path, $"Le champ `{name}` n'est pas déclaré.", mend);
        }

        private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

        private static string Name(FieldKind kind) => kind switch
        {
            FieldKind.Text => "un texte",
            FieldKind.Integer => "un nombre entier",
            FieldKind.Number => "un nombre",
            FieldKind.Boolean => "`true` ou `false`",
            FieldKind.Date => "une date `\"2027-10-12\"`",
            FieldKind.List => "une liste `[ … ]`",
            _ => "un objet `{ … }`",
        };
    }
}
