using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <param name="arguments">As the signature says, converted; those left out are not there.</param>
/// <param name="state">For what counts against a limit.</param>
internal delegate Value FunctionBody(ReadOnlySpan<Value> arguments, RenderState state);

/// <summary>Makes the body of one call from its constants, in order (null when left out).</summary>
/// <exception cref="FormatException">A constant is wrong; the message says why, in French.</exception>
/// <exception cref="System.Globalization.CultureNotFoundException">A culture is wrong, likewise.</exception>
internal delegate FunctionBody Preparation(IReadOnlyList<string?> constants);

internal sealed record Function(Signature Signature, Preparation Prepare)
{
    public Function(string line, FunctionBody body)
        : this(Signature.Parse(line), _ => body)
    {
    }

    public Function(string line, Preparation prepare)
        : this(Signature.Parse(line), prepare)
    {
    }

    public string Name => Signature.Name;
}
