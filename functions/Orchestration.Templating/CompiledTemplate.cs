using Orchestration.Templating.Fields;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating;

/// <summary>A template ready to render, by several threads at once.</summary>
public sealed class CompiledTemplate
{
    [ThreadStatic]
    private static RenderState? _spareState;

    private readonly StatementNode _body;
    private readonly int _frameSize;

    internal CompiledTemplate(StatementNode body, int frameSize, FieldSchema schema)
    {
        _body = body;
        _frameSize = frameSize;
        Schema = schema;
    }

    public required string Name { get; init; }

    /// <summary>The fields that it was compiled for.</summary>
    public FieldSchema Schema { get; }

    /// <summary>
    /// The template as Scriban text in which each printed expression says how it is escaped; it compiles to itself.
    /// </summary>
    public required string NormalForm { get; init; }

    /// <summary>The files that <see cref="NormalForm"/> includes, directly or not.</summary>
    public required IReadOnlyList<NormalFormFile> NormalFormFiles { get; init; }

    /// <summary>The declared fields that it reads, as <c>prenom</c> or <c>caisse.nom</c>.</summary>
    public required IReadOnlySet<string> FieldsUsed { get; init; }

    /// <summary>The names of the files that it includes, directly or not.</summary>
    public required IReadOnlyList<string> FilesUsed { get; init; }

    /// <summary>Writes the rendering at once, or nothing.</summary>
    /// <exception cref="TemplateLimitException">A limit was reached.</exception>
    /// <exception cref="ArgumentException">The values follow another schema.</exception>
    /// <exception cref="InvalidOperationException">A field that the template reads has no value and is not optional.</exception>
    public void Render(TextWriter output, FieldValues values)
    {
        ArgumentNullException.ThrowIfNull(output);
        var state = Run(values);
        output.Write(state.Output.Written);
        Release(state);
    }

    /// <summary>The same, as a string.</summary>
    /// <inheritdoc cref="Render(TextWriter, FieldValues)"/>
    public string Render(FieldValues values)
    {
        var state = Run(values);
        var text = state.Output.Written.ToString();
        Release(state);
        return text;
    }

    private RenderState Run(FieldValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.Schema.Equals(Schema))
            throw new ArgumentException($"The values do not follow the schema of '{Name}'.", nameof(values));
        var state = _spareState ?? new RenderState();
        _spareState = null;
        state.Start(values, _frameSize);
        _body.Run(state);
        return state;
    }

    private static void Release(RenderState state)
    {
        state.End();
        _spareState = state;
    }
}
