using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Templates.Zones;

/// <summary>
/// <c>zones.json</c>: what the free zones of a template hold, by name. In the library it is a sample; a caisse's campaign is the same template with its
/// own. Codes <c>Z0xx</c>.
/// </summary>
internal sealed class ZoneTexts
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly (ZoneDeclaration Zone, string? Text)[] _texts;

    private ZoneTexts(IEnumerable<(ZoneDeclaration Zone, string? Text)> texts) => _texts = [.. texts];

    /// <param name="files">Name to text, of the template's folder.</param>
    /// <param name="zones">As its manifest declares them.</param>
    /// <param name="settings">Allowed domains.</param>
    /// <param name="problems">Gets every problem; the texts are of no use when there is one.</param>
    public static ZoneTexts Of(
        IReadOnlyDictionary<string, string> files, IReadOnlyList<ZoneDeclaration> zones, MessageSettings settings, ICollection<TemplateProblem> problems)
    {
        if (zones.Count == 0 || !files.TryGetValue(PackageFiles.Zones, out var json))
            return new ZoneTexts([]);
        var log = new ProblemLog(PackageFiles.Zones, problems);
        if (Parse(json, log) is not { } texts)
            return new ZoneTexts([]);
        foreach (var name in texts.Keys.Where(name => zones.All(zone => zone.Name != name)))
            log.Add("Z003", PlaceOf(json, name), $"La zone « {name} » n’est pas déclarée.", $"Déclarez-la dans {PackageFiles.Manifest}, ou effacez-la.");
        foreach (var zone in zones)
        {
            foreach (var fault in ZoneRules.Faults(zone, texts.GetValueOrDefault(zone.Name), settings))
                log.Add(fault.Code, PlaceOf(json, zone.Name), $"Zone « {zone.Name} » : {fault.What}", fault.Mend);
        }

        return new ZoneTexts(zones.Select(zone => (zone, texts.GetValueOrDefault(zone.Name))));
    }

    /// <summary>The file for these texts: one line a zone, in the order of the declaration; a zone without text is left out.</summary>
    public static byte[] Write(IReadOnlyList<ZoneDeclaration> zones, IReadOnlyDictionary<string, string> texts)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Readable))
        {
            writer.WriteStartObject();
            foreach (var zone in zones.Where(zone => texts.GetValueOrDefault(zone.Name) is { Length: > 0 }))
                writer.WriteString(zone.Name, texts[zone.Name]);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    /// <summary>Sets the zones of one part.</summary>
    /// <param name="values">Those of the part.</param>
    /// <param name="first">The place of the first zone.</param>
    public void Bind(FieldValues values, int first)
    {
        for (var at = 0; at < _texts.Length; at++)
        {
            var (zone, text) = _texts[at];
            if (zone.Kind == ZoneKind.Paragraph)
                values.SetList(first + at, string.IsNullOrEmpty(text) ? null : text.Split('\n'));
            else
                values.SetText(first + at, string.IsNullOrEmpty(text) ? null : text);
        }
    }

    /// <summary>A zone that no part shows: what a caisse writes there would be lost.</summary>
    public IEnumerable<TemplateProblem> Unused(IEnumerable<IReadOnlySet<string>> used) =>
        from text in _texts
        where !used.Any(names => names.Contains(text.Zone.Name))
        select ProblemLog.Problem(
            PackageFiles.Manifest, Place.Start, "Z005", $"Aucune partie ne montre la zone « {text.Zone.Name} ».", "Montrez-la, ou effacez-la.");

    private static Dictionary<string, string>? Parse(string json, ProblemLog log)
    {
        try
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(json, Strict);
            if (texts is not null)
                return new(texts.Where(text => text.Value is not null), StringComparer.Ordinal);
            log.Add("Z002", Place.Start, "Le fichier doit contenir un objet.", "Écrivez { \"titre\": \"…\" }, avec vos zones.");
        }
        catch (JsonException exception)
        {
            var (line, column) = ((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
            log.Add(
                "Z001", new Place(line, column, 0), "À partir d’ici, le fichier n’est plus un objet JSON de textes, ou répète une zone.",
                "Écrivez { \"titre\": \"…\" }, avec vos zones.");
        }

        return null;
    }

    /// <summary>Of the member, or of the whole when it is missing.</summary>
    private static Place PlaceOf(string json, string name) =>
        json.IndexOf($"\"{name}\"", StringComparison.Ordinal) is var at and >= 0 ? Place.Of(json, at, name.Length + 2) : Place.Start;
}
