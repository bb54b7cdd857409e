using Orchestration.Templating.Expressions;
using Orchestration.Templating.Html;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>Goes through the statements of one file in the order in which they run, with what is known at each point.</summary>
internal sealed partial class FileChecker(FileScope scope, IncludeResolver includes)
{
    private readonly ExpressionChecker _expressions = new(scope);
    private readonly List<CheckedFile> _includes = [];

    private bool IsHtml => scope.Source.Kind == TemplateKind.Html;

    public CheckedFile Check(Block file)
    {
        var flow = Flow.Start;
        foreach (var (name, type) in scope.Arguments)
        {
            scope.Slot("$" + name);
            flow = flow.Assign("$" + name, new Variable(type, IsFixed: true));
        }

        var (block, end) = CheckBlock(file, flow);
        if (end.IsReachable && end.Place.Kind != PlaceKind.Text)
            scope.Problems.Add(End(file), PlaceFaults.UnfinishedHtml(end.Place));
        return new CheckedFile(scope.Source, scope.Arguments, block.Normal, block.Node, scope, _includes);
    }

    private static SourceSpan End(Block file) => file.Statements is [.., var last] ? last.Span : new SourceSpan(0, 0, 1, 1);

    private (CheckedBlock Block, Flow Flow) CheckBlock(Block block, Flow flow)
    {
        var (normal, nodes) = (new List<Statement>(block.Statements.Count), new List<StatementNode>(block.Statements.Count));
        foreach (var statement in block.Statements)
        {
            var (result, next) = CheckStatement(statement, flow);
            flow = next;
            if (result is not { } good) continue;
            normal.Add(good.Normal);
            nodes.Add(good.Node);
        }

        var body = nodes.Count == 1 ? nodes[0] : new BlockNode([.. nodes]);
        return (new CheckedBlock(new Block(normal), body), flow);
    }

    private (CheckedStatement? Result, Flow Flow) CheckStatement(Statement statement, Flow flow) => statement switch
    {
        RawStatement raw => (new CheckedStatement(raw, new RawNode(raw.Text)), Read(raw.Text, flow)),
        PrintStatement print => CheckPrint(print, flow),
        AssignStatement assign => CheckAssign(assign, flow),
        IfStatement choice => CheckIf(choice, flow),
        CaseStatement choice => CheckCase(choice, flow),
        ForStatement loop => CheckFor(loop, flow),
        BreakStatement or ContinueStatement => CheckJump(statement, flow),
        CaptureStatement capture => CheckCapture(capture, flow),
        IncludeStatement include => CheckInclude(include, flow),
        _ => throw new ArgumentException($"A {statement.GetType().Name} cannot be checked.", nameof(statement)),
    };

    private Flow Read(string text, Flow flow) => IsHtml ? flow.At(HtmlScanner.Advance(flow.Place, text)) : flow;

    private (CheckedStatement? Result, Flow Flow) CheckAssign(AssignStatement assign, Flow flow)
    {
        var value = _expressions.Check(assign.Value, flow);
        if (!CanAssign(assign.Target, flow, out var name)) return (null, AfterRefusal(name, flow));
        return (
            new CheckedStatement(assign with { Value = value.Normal }, new AssignNode(scope.Slot(name), value.Node)),
            flow.Assign(name, new Variable(value.Type)));
    }

    private (CheckedStatement? Result, Flow Flow) CheckCapture(CaptureStatement capture, Flow flow)
    {
        var outside = _placeOutsideCapture;
        _placeOutsideCapture ??= flow.Place;
        var (body, end) = CheckBlock(capture.Body, flow.At(Place.Start));
        _placeOutsideCapture = outside;
        if (end.IsReachable && end.Place.Kind != PlaceKind.Text)
            scope.Problems.Add(capture.Span, PlaceFaults.UnfinishedHtml(end.Place));
        if (!CanAssign(capture.Target, flow, out var name)) return (null, AfterRefusal(name, end.At(flow.Place)));
        return (
            new CheckedStatement(capture with { Body = body.Normal }, new CaptureNode(scope.Slot(name), body.Node, IsHtml)),
            end.At(flow.Place).Assign(name, new Variable(IsHtml ? StaticType.Markup : StaticType.Printable)));
    }

    /// <summary>Whether a statement may set this variable, and the variable's name, dollar included.</summary>
    private bool CanAssign(Expression target, Flow flow, out string name)
    {
        name = target is LocalExpression local ? "$" + local.Name : target is PathExpression path ? path.Path : "";
        if (name.Length == 0) return false;
        var isFixed = flow.Variables.TryGetValue(name, out var variable) && variable.IsFixed;
        Fault? fault = target switch
        {
            PathExpression when scope.Schema.Find(name) is not null => NameFaults.FieldAssigned(name),
            PathExpression when ReservedWords.Contains(name) => NameFaults.ReservedName(name),
            PathExpression when scope.IsIncluded => NameFaults.GlobalInInclude(name),
            _ => isFixed ? NameFaults.FixedVariable(name) : null,
        };
        if (fault is { } found) scope.Problems.Add(target.Span, found);
        return fault is null;
    }

    /// <summary>A name that could not be assigned is not unknown for all that.</summary>
    private Flow AfterRefusal(string name, Flow flow)
    {
        var isKnown = name.Length == 0 || scope.Schema.Find(name) is not null || flow.Variables.ContainsKey(name);
        return isKnown ? flow : flow.Assign(name, new Variable(StaticType.Unknown));
    }

    /// <summary>After several ways to one point: they must stand at the same place.</summary>
    private Flow Meet(SourceSpan span, string keyword, params IEnumerable<Flow> ways)
    {
        Flow? met = null;
        foreach (var way in ways)
        {
            if (met is { IsReachable: true } && way.IsReachable && met.Place != way.Place)
                scope.Problems.Add(span, PlaceFaults.DifferentPlaces(keyword, met.Place, way.Place));
            met = met?.Join(way) ?? way;
        }

        return met!;
    }
}
