using System.Globalization;
using Orchestration.Templating.Expressions;
using Orchestration.Templating.Functions;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>Calls: the name, the number of arguments, their types, their constants.</summary>
internal sealed partial class ExpressionChecker
{
    /// <summary>How many calls of <c>array.cycle</c>, the only function that changes something, were seen so far.</summary>
    public int CycleCount { get; private set; }

    private CheckedExpression CheckCall(CallExpression call, Flow flow)
    {
        var arguments = call.Arguments.Select(argument => Check(argument, flow)).ToList();
        if (FunctionTable.Find(call.Function) is not { } function)
            return Report(call.FunctionSpan, call, Unknown(call.Function, flow));
        var signature = function.Signature;
        if (arguments.Count < signature.Required || arguments.Count > signature.Parameters.Count)
            return Report(call.FunctionSpan, call, TypeFaults.WrongArgumentCount(signature, arguments.Count));
        if (scope.Source.Kind == TemplateKind.Html && call.Function is "html.escape" or "html.newline_to_br")
            return Report(call.FunctionSpan, call, PlaceFaults.EscapedTwice(call.Function));
        if (arguments.Any(argument => argument.Type.IsUnknown)) return Nothing(call);
        if (call.Function == "array.cycle") CycleCount++;

        var matching = new CallMatching(signature);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = signature.Parameters[i].Shape == Shape.Scalar ? arguments[i] : AsValue(arguments[i]);
            if (matching.Match(i, argument) is { } fault) return Report(call.Arguments[i].Span, call, fault);
            arguments[i] = Convert(argument, signature.Parameters[i]);
        }

        if (matching.CheckMember() is { } wrong) return Report(call.Arguments[^1].Span, call, wrong);
        try
        {
            var body = function.Prepare(matching.Constants);
            var normal = call with { Arguments = [.. arguments.Select(argument => argument.Normal)] };
            return new CheckedExpression(
                normal, matching.ResultType(), new CallNode(body, [.. arguments.Select(argument => argument.Node)]));
        }
        catch (FormatException problem)
        {
            return ReportConstant(call, signature.Parameters.First(parameter => parameter.IsConstant), problem);
        }
        catch (CultureNotFoundException problem)
        {
            return ReportConstant(call, signature.Parameters.First(parameter => parameter.Name == "culture"), problem);
        }

        CheckedExpression ReportConstant(CallExpression call, Parameter parameter, Exception problem)
        {
            var argument = call.Arguments[signature.Parameters.ToList().IndexOf(parameter)];
            return Report(argument.Span, call, TypeFaults.WrongConstant(problem.Message));
        }
    }

    private static CheckedExpression Convert(CheckedExpression argument, Parameter parameter)
    {
        if (parameter.Shape != Shape.Text || argument.Type.Kind is TypeKind.Text or TypeKind.Null) return argument;
        return argument.Type.NeedsPlain ? AsText(argument) : argument with { Node = new TextNode(argument.Node) };
    }

    private Fault Unknown(string name, Flow flow)
    {
        var root = name.Split('.')[0];
        if (scope.Schema.Find(root) is not null || flow.Variables.ContainsKey(root)) return NameFaults.NotAFunction(name);
        if (name == "include") return SyntaxFaults.IncludeInExpression();
        if (PrintFunctions.Contains(name)) return PlaceFaults.PreludeInside(name);
        return RefusedFunctions.Mend(name) is { } mend
            ? NameFaults.RefusedFunction(name, mend)
            : NameFaults.UnknownFunction(name);
    }
}
