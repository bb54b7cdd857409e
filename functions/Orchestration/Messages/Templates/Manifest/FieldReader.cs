using System.Text.RegularExpressions;
using Orchestration.Templating.Fields;
using YamlDotNet.RepresentationModel;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>Reads <c>fields:</c>: <c>prenom: text</c>, or <c>naissance: { type: date, optional: true }</c>.</summary>
internal static partial class FieldReader
{
    private static readonly Dictionary<string, DataKind> Kinds = new()
    {
        ["text"] = DataKind.Text,
        ["number"] = DataKind.Number,
        ["date"] = DataKind.Date,
        ["boolean"] = DataKind.Boolean,
        ["tri-state"] = DataKind.TriState,
    };

    private static readonly Dictionary<string, bool> YesOrNo = new() { ["true"] = true, ["false"] = false };

    public static IReadOnlyList<FieldDeclaration> Read(ManifestSection? fields)
    {
        if (fields is null)
        {
            return [];
        }

        return [.. fields.Entries.Select(entry => Read(entry.Name, entry.Key, entry.Value, fields))];
    }

    /// <summary>What parts can name: not one of the words of the language, nor a field that every template has.</summary>
    public static void CheckName(string name, YamlNode key, ProblemLog problems)
    {
        if (!Name().IsMatch(name))
        {
            problems.Add(
                "M020", SafeYaml.At(key), $"« {name} » n’est pas un nom de champ.",
                "Un nom de champ commence par une minuscule sans accent et ne contient que minuscules, chiffres et tirets bas.");
        }
        else if (SystemFields.Names.Contains(name))
        {
            problems.Add("M021", SafeYaml.At(key), $"« {name} » est un champ que tout modèle possède déjà.", "Effacez cette ligne.");
        }
        else if (FieldSchema.IsReserved(name))
        {
            problems.Add(
                "M022", SafeYaml.At(key), $"« {name} » est un mot du langage des modèles.",
                "Donnez un autre nom à ce champ du datamart.");
        }
    }

    private static FieldDeclaration Read(string name, YamlNode key, YamlNode value, ManifestSection fields)
    {
        CheckName(name, key, fields.Problems);
        if (value is not YamlMappingNode mapping)
        {
            return new FieldDeclaration(name, fields.OneOf(name, Kinds), Optional: false);
        }

        var section = new ManifestSection(mapping, fields.Problems);
        var kind = section.OneOf("type", Kinds);
        var optional = section.Find("optional") is not null && section.OneOf("optional", YesOrNo);
        section.RefuseOtherKeys();
        return new FieldDeclaration(name, kind, optional);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
