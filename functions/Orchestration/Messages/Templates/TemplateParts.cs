using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Templates;

/// <summary>The parts of a template, ready to render; those of a channel that it does not have are null.</summary>
/// <param name="Fields">As the manifest declares them.</param>
/// <param name="Schemas">What each part may name.</param>
/// <param name="Subject">Of an e-mail.</param>
/// <param name="Html">Of an e-mail.</param>
/// <param name="Text">Of an e-mail.</param>
/// <param name="Sms">The whole SMS.</param>
/// <param name="Layouts">Those that a part includes, directly or not, in the order of their ids.</param>
/// <param name="Zones">What the free zones hold, the same for everybody.</param>
/// <param name="Used">Names of the fields and zones that a part reads, by its file.</param>
internal sealed record TemplateParts(
    IReadOnlyList<FieldDeclaration> Fields,
    PartSchemas Schemas,
    PartRenderer? Subject,
    PartRenderer? Html,
    PartRenderer? Text,
    PartRenderer? Sms,
    IReadOnlyList<LayoutPackage> Layouts,
    ZoneTexts Zones,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Used)
{
    /// <param name="manifest">Declares fields and channels.</param>
    /// <param name="texts">The part files, by name.</param>
    /// <param name="zones">What its free zones hold.</param>
    /// <param name="layouts">What parts may include, by id.</param>
    /// <param name="renderer">What renders a compiled part.</param>
    /// <param name="problems">Gets every problem of every part.</param>
    /// <returns>Null when there is a problem.</returns>
    public static TemplateParts? Compile(
        TemplateManifest manifest,
        IReadOnlyDictionary<string, string> texts,
        ZoneTexts zones,
        IReadOnlyDictionary<string, LayoutPackage> layouts,
        Func<CompiledTemplate, PartRenderer> renderer,
        ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var schemas = new PartSchemas(manifest.Fields, manifest.Zones);
        var included = new SortedDictionary<string, LayoutPackage>(StringComparer.Ordinal);
        var used = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var parts = new TemplateParts(
            manifest.Fields,
            schemas,
            Part(PackageFiles.Subject, TemplateKind.Text, schemas.Subject),
            Part(PackageFiles.Html, TemplateKind.Html, schemas.Body),
            Part(PackageFiles.Text, TemplateKind.Text, schemas.Body),
            Part(PackageFiles.Sms, TemplateKind.Text, schemas.Sms),
            [],
            zones,
            used);
        foreach (var zone in problems.Count == before ? zones.Unused(used.Values) : [])
            problems.Add(zone);
        return problems.Count == before ? parts with { Layouts = [.. included.Values] } : null;

        PartRenderer? Part(string file, TemplateKind kind, FieldSchema schema)
        {
            if (!texts.TryGetValue(file, out var text))
            {
                return null;
            }

            var (template, found) = TemplateCompiler.Compile(new TemplateSource(file, text, kind), schema, new LayoutLoader(layouts, kind));
            foreach (var problem in found)
            {
                problems.Add(problem);
            }

            foreach (var name in template?.FilesUsed ?? [])
            {
                var id = LayoutLoader.Split(name).Layout;
                included[id] = layouts[id];
            }

            if (template is not null)
                used[file] = template.FieldsUsed;
            return template is null ? null : renderer(template);
        }
    }
}
