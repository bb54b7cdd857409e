using System.Runtime.CompilerServices;
using Orchestration.Templating.Functions;

namespace Orchestration.Templating.Rendering;

internal sealed class CallNode(FunctionBody body, ValueNode[] arguments) : ValueNode
{
    public const int MaxArguments = 4;

    public override Value Evaluate(RenderState state)
    {
        Arguments values = default;
        for (var i = 0; i < arguments.Length; i++) values[i] = arguments[i].Evaluate(state);
        return body(values[..arguments.Length], state);
    }

    [InlineArray(MaxArguments)]
    private struct Arguments
    {
        private Value _first;
    }
}
