using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates.Manifest;
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
internal sealed record TemplateParts(
    IReadOnlyList<FieldDeclaration> Fields,
    PartSchemas Schemas,
    PartRenderer? Subject,
    PartRenderer? Html,
    PartRenderer? Text,
    PartRenderer? Sms,
    IReadOnlyList<LayoutPackage> Layouts)
{
    /// <param name="manifest">Declares fields and channels.</param>
    /// <param name="texts">The part files, by name.</param>
    /// <param name="layouts">What parts may include, by id.</param>
    /// <param name="renderer">What renders a compiled part.</param>
    /// <param name="problems">Gets every problem of every part.</param>
    /// <returns>Null when there is a problem.</returns>
    public static TemplateParts? Compile(
        TemplateManifest manifest,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyDictionary<string, LayoutPackage> layouts,
        Func<CompiledTemplate, PartRenderer> renderer,
        ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var schemas = new PartSchemas(manifest.Fields);
        var used = new SortedDictionary<string, LayoutPackage>(StringComparer.Ordinal);
        var parts = new TemplateParts(
            manifest.Fields,
            schemas,
            Part(PackageFiles.Subject, TemplateKind.Text, schemas.Subject),
            Part(PackageFiles.Html, TemplateKind.Html, schemas.Body),
            Part(PackageFiles.Text, TemplateKind.Text, schemas.Body),
            Part(PackageFiles.Sms, TemplateKind.Text, schemas.Sms),
            []);
        return problems.Count == before ? parts with { Layouts = [.. used.Values] } : null;

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
                used[id] = layouts[id];
            }

            return template is null ? null : renderer(template);
        }
    }
}
