using Orchestration.Templating.Expressions;
using Orchestration.Templating.Functions;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>Names: fields, variables, their members.</summary>
internal sealed partial class ExpressionChecker
{
    private CheckedExpression CheckPath(PathExpression path, Flow flow)
    {
        if (path.Names[0] == "for") return CheckLoopVariable(path);
        if (FunctionTable.IsNamespace(path.Names[0]) || FunctionTable.Find(path.Path) is not null
            || RefusedFunctions.Mend(path.Path) is not null)
            return CheckCall(new CallExpression(path.Path, path.Span, [], false, path.Span), flow);

        var root = CheckRoot(path, flow);
        for (var i = 1; i < path.Names.Count && !root.Type.IsUnknown; i++)
        {
            var owner = new PathExpression([.. path.Names.Take(i)], path.Span);
            var whole = new PathExpression([.. path.Names.Take(i + 1)], path.Span);
            root = Member(root, whole, path.Names[i], path.Span, flow, isSafe: false, owner.Path);
        }

        return root with { Normal = path };
    }

    private CheckedExpression CheckRoot(PathExpression path, Flow flow)
    {
        var name = path.Names[0];
        if (scope.Schema.Find(name) is { } field)
        {
            if (path.Names.Count == 1 || field.Type.Schema is null) scope.FieldsUsed.Add(name);
            var node = new FieldNode(field.Ordinal, name, !field.Type.IsOptional);
            return Known(new CheckedExpression(path, StaticType.From(field.Type), node), name, flow);
        }

        if (flow.Variables.TryGetValue(name, out var variable)) return ReadVariable(path, name, variable, flow);
        var known = scope.Schema.Fields.Select(item => item.Name).Concat(flow.Variables.Keys);
        return Report(path, NameFaults.UnknownName(name, known));
    }

    private CheckedExpression CheckLocal(LocalExpression local, Flow flow)
    {
        var name = "$" + local.Name;
        if (flow.Variables.TryGetValue(name, out var variable)) return ReadVariable(local, name, variable, flow);
        if (!scope.IsIncluded) return Report(local, NameFaults.UnknownLocal(local.Name));

        // The file is right and its caller wrong.
        scope.MissingArguments.Add(local.Name);
        return Nothing(local);
    }

    private CheckedExpression ReadVariable(Expression expression, string name, Variable variable, Flow flow) =>
        variable.Type.IsMixed
            ? Report(expression, TypeFaults.MixedTypes(name))
            : Known(new CheckedExpression(expression, variable.Type, new VariableNode(scope.Slot(name))), name, flow);

    /// <summary>A path that a condition has proved present is not optional.</summary>
    private static CheckedExpression Known(CheckedExpression value, string name, Flow flow) =>
        flow.Present.Contains(name) ? value with { Type = value.Type.Optional(false) } : value;

    private CheckedExpression CheckLoopVariable(PathExpression path)
    {
        var name = string.Join('.', path.Names.Skip(1));
        if (LoopProperties.Find(name) is not { } property)
            return Report(path, NameFaults.LoopProperty(name, LoopProperties.Names));
        return scope.LoopDepth == 0
            ? Report(path, NameFaults.OutsideLoop(path.Path))
            : new CheckedExpression(path, property.Type, new LoopVariableNode(property.Read));
    }

    private CheckedExpression CheckMember(MemberExpression member, Flow flow)
    {
        var target = AsValue(Check(member.Target, flow));
        if (target.Type.IsUnknown) return Nothing(member);
        var value = Member(
            target, member, member.Name, member.NameSpan, flow, member.IsSafe, Presence.Name(member.Target) ?? "…");
        return value with { Normal = member with { Target = target.Normal } };
    }

    private CheckedExpression Member(
        CheckedExpression target, Expression whole, string name, SourceSpan span, Flow flow, bool isSafe, string owner)
    {
        if (MemberTable.Find(target.Type, name) is not { } member)
            return Report(span, whole, NameFaults.UnknownMember(Owner(target.Type, owner), name, MemberTable.Names(target.Type)));
        if (target.Type.IsOptional && !isSafe) return Report(span, whole, TypeFaults.MemberOfNull(owner, name));
        if (target.Type.Schema is not null && member.Type.Schema is null && Presence.Name(whole) is { } path) UseField(path);
        var value = new CheckedExpression(
            whole, member.Type.Optional(member.Type.IsOptional || target.Type.IsOptional), member.Compile(target.Node));
        return Presence.Name(whole) is { } present ? Known(value, present, flow) : value;
    }

    private static string Owner(StaticType type, string owner) =>
        type.Kind == TypeKind.Object ? $"`{owner}`" : type.Optional(false).Describe();

    private void UseField(string path)
    {
        if (scope.Schema.Find(path.Split('.')[0]) is not null) scope.FieldsUsed.Add(path);
    }

    private CheckedExpression CheckIndex(IndexExpression index, Flow flow)
    {
        var target = Check(index.Target, flow);
        var place = Check(index.Index, flow);
        if (target.Type.IsUnknown || place.Type.IsUnknown) return Nothing(index);
        if (target.Type.Kind != TypeKind.List || target.Type.IsOptional)
            return Report(index, TypeFaults.NotIndexable(target.Type));
        if (!place.Type.IsNumeric || place.Type.IsOptional) return Report(index.Index, TypeFaults.WrongIndex(place.Type));
        return new CheckedExpression(
            index with { Target = target.Normal, Index = place.Normal }, target.Type.Element!.Optional(),
            new IndexNode(target.Node, place.Node));
    }
}
