using Orchestration.Templating.Expressions;
using Orchestration.Templating.Html;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary><c>for</c>, <c>break</c>, <c>continue</c>.</summary>
internal sealed partial class FileChecker
{
    private Jumps? _jumps;
    private Place? _placeOutsideCapture;

    private (CheckedStatement? Result, Flow Flow) CheckFor(ForStatement loop, Flow flow)
    {
        var items = _expressions.Check(loop.Items, flow);
        if (items.Type.Kind is not (TypeKind.List or TypeKind.Unknown))
            scope.Problems.Add(loop.Items.Span, TypeFaults.NotIterable(items.Type));
        var offset = CheckCount("offset", loop.Options.Offset, flow);
        var limit = CheckCount("limit", loop.Options.Limit, flow);
        if (!CanLoopOver(loop.Variable, flow, out var name)) name = "";

        var variable = new Variable(items.Type.Element ?? StaticType.Unknown, IsFixed: true);
        var (body, exit) = CheckLoopBody(loop, name.Length > 0 ? name : "$", variable, flow);
        var ways = new List<Flow> { exit };
        var otherwise = CheckOutsideLoops(loop.Else, flow, ways);
        var bounds = new LoopBounds(offset?.Node, loop.Options.IsReversed, limit?.Node);
        var options = loop.Options with { Offset = offset?.Normal, Limit = limit?.Normal };
        var normal = loop with { Items = items.Normal, Options = options, Body = body.Normal, Else = otherwise?.Normal };
        var node = new LoopNode(scope.Slot(name), items.Node, bounds, body.Node, otherwise?.Node);
        return (new CheckedStatement(normal, node), Meet(loop.Span, "for", ways));
    }

    /// <summary>
    /// What the end of one turn changes is known at the start of the next, so the body is checked until nothing changes any more,
    /// then once for good; in a loop that is itself being tried, that last time can wait.
    /// </summary>
    private (CheckedBlock Body, Flow Exit) CheckLoopBody(ForStatement loop, string name, Variable variable, Flow entry)
    {
        var (outerJumps, outerPlace, start) = (_jumps, _placeOutsideCapture, entry);
        _placeOutsideCapture = null;
        scope.LoopDepth++;
        scope.Trials++;
        var (body, last) = Turn();
        while (_jumps!.Continues.Append(last).Aggregate(start, (known, way) => known.Join(way.Forget(name))) is var next
            && !next.KnowsTheSame(start))
        {
            start = next;
            (body, last) = Turn();
        }

        scope.Trials--;
        if (scope.Trials == 0) (body, last) = Turn();
        var ways = _jumps.Breaks.Concat(_jumps.Continues).Append(last).Select(way => way.Forget(name));
        var exit = Meet(loop.Span, "for", ways.Prepend(start));
        scope.LoopDepth--;
        (_jumps, _placeOutsideCapture) = (outerJumps, outerPlace);
        return (body, exit.Forget(name));

        (CheckedBlock Body, Flow End) Turn()
        {
            _jumps = new Jumps();
            return CheckBlock(loop.Body, start.Assign(name, variable));
        }
    }

    /// <summary>
    /// In the <c>else</c> of a loop, Scriban's <c>for.*</c>, <c>break</c> and <c>continue</c> still speak of that empty
    /// loop.
    /// </summary>
    private CheckedBlock? CheckOutsideLoops(Block? otherwise, Flow flow, List<Flow> ways)
    {
        var (depth, jumps) = (scope.LoopDepth, _jumps);
        (scope.LoopDepth, _jumps) = (0, null);
        var block = CheckElse(otherwise, flow, ways);
        (scope.LoopDepth, _jumps) = (depth, jumps);
        return block;
    }

    private (CheckedStatement? Result, Flow Flow) CheckJump(Statement jump, Flow flow)
    {
        var isBreak = jump is BreakStatement;
        if (_jumps is null)
        {
            scope.Problems.Add(jump.Span, NameFaults.OutsideLoop(isBreak ? "break" : "continue"));
            return (null, flow);
        }

        (isBreak ? _jumps.Breaks : _jumps.Continues).Add(flow.At(_placeOutsideCapture ?? flow.Place));
        var node = new SignalNode(isBreak ? Signal.Break : Signal.Continue);
        return (new CheckedStatement(jump, node), flow with { IsReachable = false });
    }

    private CheckedExpression? CheckCount(string option, Expression? count, Flow flow)
    {
        if (count is null) return null;
        var value = _expressions.Check(count, flow);
        if (!value.Type.IsUnknown && (!value.Type.IsNumeric || value.Type.IsOptional))
            scope.Problems.Add(count.Span, TypeFaults.WrongCount(option, value.Type));
        return value;
    }

    private bool CanLoopOver(Expression variable, Flow flow, out string name)
    {
        name = variable is LocalExpression local ? "$" + local.Name : variable is PathExpression path ? path.Path : "";
        if (name.Length == 0) return false;
        Fault? fault = scope.Schema.Find(name) is not null || flow.Variables.ContainsKey(name) ? NameFaults.HiddenVariable(name)
            : ReservedWords.Contains(name) ? NameFaults.ReservedName(name)
            : null;
        if (fault is { } found) scope.Problems.Add(variable.Span, found);
        return fault is null;
    }

    /// <summary>What is known at each <c>break</c> and <c>continue</c> of one loop.</summary>
    private sealed class Jumps
    {
        public List<Flow> Breaks { get; } = [];

        public List<Flow> Continues { get; } = [];
    }
}
