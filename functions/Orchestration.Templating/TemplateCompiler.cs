using Orchestration.Templating.Checking;
using Orchestration.Templating.Fields;

namespace Orchestration.Templating;

/// <summary>
/// Loads templates: everything that can be wrong with one is found here, so that rendering has nothing left to refuse.
/// </summary>
public static class TemplateCompiler
{
    /// <param name="source">The template.</param>
    /// <param name="schema">The fields that it, and what it includes, may use.</param>
    /// <param name="loader">What its <c>include</c>s reach.</param>
    /// <exception cref="ArgumentException">A field has a name that <see cref="FieldSchema.IsReserved"/>.</exception>
    public static CompileResult Compile(TemplateSource source, FieldSchema schema, ITemplateLoader loader)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(loader);
        if (schema.Fields.FirstOrDefault(field => FieldSchema.IsReserved(field.Name)) is { } reserved)
            throw new ArgumentException($"No field can be named '{reserved.Name}'.", nameof(schema));
        var file = new IncludeResolver(loader, schema).CheckTemplate(source);
        var closure = file.Closure().ToList();
        var problems = closure.SelectMany(item => item.Problems.Items).Distinct().ToList();
        return problems.Count > 0 ? new CompileResult(null, problems) : new CompileResult(Assemble(file, closure, schema), []);
    }

    private static CompiledTemplate Assemble(CheckedFile file, List<CheckedFile> closure, FieldSchema schema)
    {
        var writer = new NormalFormWriter();
        var normalForm = writer.Write(file);
        return new CompiledTemplate(file.Body, file.Scope.FrameSize, schema)
        {
            Name = file.Source.Name,
            NormalForm = normalForm,
            NormalFormFiles = writer.Files,
            FieldsUsed = closure.SelectMany(item => item.Scope.FieldsUsed).ToHashSet(StringComparer.Ordinal),
            FilesUsed = [.. closure.Skip(1).Select(item => item.Source.Name).Distinct(StringComparer.Ordinal)],
        };
    }
}
