using Orchestration.Messages.Templates.Manifest;
using YamlDotNet.RepresentationModel;

namespace Orchestration.Messages.Templates.Zones;

/// <summary>
/// Reads <c>zones:</c> of a template below <c>custom/</c>: <c>titre: { label: Titre du message, max: 60, type: text, optional: true }</c>.
/// </summary>
internal static class ZoneReader
{
    public const string Folder = "custom/";
    private const string Key = "zones";
    private const int LongestZone = 3_000;

    private static readonly Dictionary<string, ZoneKind> Kinds = new()
    {
        ["text"] = ZoneKind.Text,
        ["paragraph"] = ZoneKind.Paragraph,
        ["link"] = ZoneKind.Link,
        ["sms"] = ZoneKind.Sms,
    };

    private static readonly Dictionary<string, bool> YesOrNo = new() { ["true"] = true, ["false"] = false };

    /// <param name="root">The whole manifest.</param>
    /// <param name="id">Of the template.</param>
    /// <param name="fields">Those that it declares: a zone has another name.</param>
    public static IReadOnlyList<ZoneDeclaration> Read(ManifestSection root, string id, IReadOnlyList<FieldDeclaration> fields)
    {
        var isCustom = id.StartsWith(Folder, StringComparison.Ordinal);
        if (root.Section(Key, required: isCustom) is not { } zones)
            return [];
        if (!isCustom)
        {
            zones.Problems.Add(
                "M040", SafeYaml.At(root.Find(Key)!), "Seul un gabarit du dossier custom a des zones libres.",
                "Rangez-le dans custom/, ou effacez ses zones.");
        }
        else if (!zones.Entries.Any())
        {
            zones.Problems.Add("M041", SafeYaml.At(root.Find(Key)!), "Ce gabarit n’a pas de zone libre.", "Déclarez au moins une zone.");
        }

        return [.. zones.Entries.Select(entry => Read(entry.Name, entry.Key, entry.Value, zones, fields))];
    }

    private static ZoneDeclaration Read(
        string name, YamlNode key, YamlNode value, ManifestSection zones, IReadOnlyList<FieldDeclaration> fields)
    {
        FieldReader.CheckName(name, key, zones.Problems);
        if (fields.Any(field => field.Name == name))
            zones.Problems.Add("M042", SafeYaml.At(key), $"« {name} » est déjà un champ.", "Donnez un autre nom à cette zone.");
        if (value is not YamlMappingNode mapping)
        {
            zones.Problems.Add(
                "M043", SafeYaml.At(value), $"La zone « {name} » n’est pas décrite.",
                "Écrivez { label: Titre du message, max: 60, type: text }.");
            return new ZoneDeclaration(name, "", 1, ZoneKind.Text, Optional: true);
        }

        var section = new ManifestSection(mapping, zones.Problems);
        var zone = new ZoneDeclaration(
            name,
            section.Text("label"),
            section.PositiveInteger("max"),
            section.OneOf("type", Kinds),
            section.Find("optional") is not null && section.OneOf("optional", YesOrNo));
        section.RefuseOtherKeys();
        if (zone.MaxLength > LongestZone)
            section.Problems.Add("M044", SafeYaml.At(mapping), $"La zone « {name} » est trop longue.", $"Restez sous {LongestZone} caractères.");
        return zone;
    }
}
