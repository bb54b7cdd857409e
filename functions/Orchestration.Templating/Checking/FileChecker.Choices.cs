using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary><c>if</c> and <c>case</c>.</summary>
internal sealed partial class FileChecker
{
    private (CheckedStatement? Result, Flow Flow) CheckIf(IfStatement choice, Flow flow)
    {
        var (normals, nodes, ways) = (new List<ConditionalBranch>(), new List<(ValueNode, StatementNode)>(), new List<Flow>());
        foreach (var branch in choice.Branches)
        {
            var condition = _expressions.Check(branch.Condition, flow);
            var (body, end) = CheckBlock(branch.Body, flow.With(Presence.When(branch.Condition, true)));
            flow = flow.With(Presence.When(branch.Condition, false));
            normals.Add(new ConditionalBranch(condition.Normal, body.Normal));
            nodes.Add((condition.Node, body.Node));
            ways.Add(end);
        }

        var otherwise = CheckElse(choice.Else, flow, ways);
        var normal = choice with { Branches = normals, Else = otherwise?.Normal };
        return (new CheckedStatement(normal, new IfNode([.. nodes], otherwise?.Node)), Meet(choice.Span, "if", ways));
    }

    private (CheckedStatement? Result, Flow Flow) CheckCase(CaseStatement choice, Flow flow)
    {
        var (normals, nodes, ways) = (new List<WhenBranch>(), new List<(ValueNode[], StatementNode)>(), new List<Flow>());
        var subject = _expressions.CheckSubject(choice.Subject, flow);
        foreach (var branch in choice.Branches)
        {
            var values = branch.Values.Select(value => _expressions.CheckCandidate(subject, value, flow)).ToList();
            var (body, end) = CheckBlock(branch.Body, flow);
            normals.Add(new WhenBranch([.. values.Select(value => value.Normal)], body.Normal));
            nodes.Add(([.. values.Select(value => value.Node)], body.Node));
            ways.Add(end);
        }

        var otherwise = CheckElse(choice.Else, flow, ways);
        var normal = choice with { Subject = subject.Normal, Branches = normals, Else = otherwise?.Normal };
        var node = new CaseNode(subject.Node, [.. nodes], otherwise?.Node);
        return (new CheckedStatement(normal, node), Meet(choice.Span, "case", ways));
    }

    /// <summary>Without an <c>else</c>, going past is a way too.</summary>
    private CheckedBlock? CheckElse(Block? otherwise, Flow flow, List<Flow> ways)
    {
        if (otherwise is null)
        {
            ways.Add(flow);
            return null;
        }

        var (block, end) = CheckBlock(otherwise, flow);
        ways.Add(end);
        return block;
    }
}
