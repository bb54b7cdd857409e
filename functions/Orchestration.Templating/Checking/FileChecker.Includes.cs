using Orchestration.Templating.Expressions;
using Orchestration.Templating.Html;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary><c>include</c>.</summary>
internal sealed partial class FileChecker
{
    private (CheckedStatement? Result, Flow Flow) CheckInclude(IncludeStatement include, Flow flow)
    {
        if (flow.Place.Kind != PlaceKind.Text) scope.Problems.Add(include.Span, PlaceFaults.IncludeElsewhere(flow.Place));
        var values = CheckArguments(include, flow);
        if (include.Name is not LiteralExpression { Value: string name })
        {
            scope.Problems.Add(include.Name.Span, IncludeFaults.NotConstant());
            return (null, flow);
        }

        var arguments = values.ToDictionary(pair => pair.Argument.Name, pair => pair.Value.Type);
        if (includes.Include(name, arguments, scope.Source.Kind, out var fault) is not { } file)
        {
            scope.Problems.Add(include.Name.Span, fault!.Value);
            return (null, flow);
        }

        foreach (var missing in file.Scope.MissingArguments)
            scope.Problems.Add(include.Name.Span, IncludeFaults.MissingArgument(name, missing));
        if (scope.Trials == 0) _includes.Add(file);
        var normal = new ResolvedInclude(
            file, include.Name, [.. values.Select(pair => pair.Argument with { Value = pair.Value.Normal })], include.Span);
        var slots = values.Select(pair => file.Scope.Slot("$" + pair.Argument.Name)).ToArray();
        var node = new IncludeNode([.. values.Select(pair => pair.Value.Node)], slots, file.Scope.FrameSize, file.Body);
        return (new CheckedStatement(normal, node), flow);
    }

    private List<(IncludeArgument Argument, CheckedExpression Value)> CheckArguments(IncludeStatement include, Flow flow)
    {
        var values = new List<(IncludeArgument Argument, CheckedExpression Value)>();
        foreach (var argument in include.Arguments)
        {
            var cycles = _expressions.CycleCount;
            var value = _expressions.Check(argument.Value, flow);
            Fault? fault = values.Exists(pair => pair.Argument.Name == argument.Name) ? IncludeFaults.ArgumentTwice(argument.Name)

                // Scriban gives these two names a meaning of its own.
                : argument.Name is "size" or "template_name" || ReservedWords.Contains(argument.Name)
                    ? IncludeFaults.RefusedArgument(argument.Name)

                // Scriban computes an argument twice.
                : _expressions.CycleCount > cycles ? IncludeFaults.CycleInArgument()
                : null;
            if (fault is { } found) scope.Problems.Add(argument.NameSpan, found);
            if (!values.Exists(pair => pair.Argument.Name == argument.Name)) values.Add((argument, value));
        }

        return values;
    }
}
