using Orchestration.Templating.Expressions;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>
/// Gives every expression its type and its normal form, and compiles it. After a problem the type is unknown, about which nothing
/// more is said.
/// </summary>
internal sealed partial class ExpressionChecker(FileScope scope)
{
    public CheckedExpression Check(Expression expression, Flow flow) => expression switch
    {
        LiteralExpression literal => CheckLiteral(literal),
        PathExpression path => CheckPath(path, flow),
        LocalExpression local => CheckLocal(local, flow),
        MemberExpression member => CheckMember(member, flow),
        IndexExpression index => CheckIndex(index, flow),
        UnaryExpression unary => CheckUnary(unary, flow),
        BinaryExpression binary => CheckBinary(binary, flow),
        ConditionalExpression conditional => CheckConditional(conditional, flow),
        ListExpression list => CheckList(list, flow),
        ObjectExpression model => CheckObject(model, flow),
        InterpolatedExpression interpolated => CheckInterpolated(interpolated, flow),
        CallExpression call => CheckCall(call, flow),
        _ => Nothing(expression),
    };

    /// <summary>
    /// Where only a text makes sense: what Scriban would not turn into the same text goes through <c>plain</c>.
    /// </summary>
    private static CheckedExpression AsText(CheckedExpression value) => value.Type.NeedsPlain ? Plain(value) : value;

    /// <summary>What Scriban may keep as an object becomes a plain text before anything is done with it.</summary>
    private static CheckedExpression AsValue(CheckedExpression value) =>
        value.Type.Kind == TypeKind.Printable ? Plain(value) : value;

    private static CheckedExpression Plain(CheckedExpression value) => new(
        new CallExpression("plain", value.Normal.Span, [value.Normal], true, value.Normal.Span),
        StaticType.Text.Optional(value.Type.IsOptional),
        new TextNode(value.Node));

    private static CheckedExpression CheckLiteral(LiteralExpression literal) => literal.Value switch
    {
        null => new CheckedExpression(literal, StaticType.Null, new ConstantNode(Value.Null)),
        bool flag => new CheckedExpression(literal, StaticType.Boolean, new ConstantNode(Value.Of(flag))),
        long number => new CheckedExpression(literal, StaticType.Integer, new ConstantNode(Value.Of(number))),
        decimal number => new CheckedExpression(literal, StaticType.Number, new ConstantNode(Value.Of((double)number))),
        string text => new CheckedExpression(literal, StaticType.Text, new ConstantNode(Value.Of(text))),
        _ => throw new ArgumentException("No such constant.", nameof(literal)),
    };

    private CheckedExpression CheckList(ListExpression list, Flow flow)
    {
        var items = list.Items.Select(item => AsValue(Check(item, flow))).ToList();
        var element = items is [] ? StaticType.Null : items[0].Type;
        foreach (var item in items.Skip(1)) element = JoinOrReport(element, item, item.Normal.Span);
        if (items.Any(item => item.Type.Kind == TypeKind.Markup)) return Report(list, TypeFaults.MarkupUsed());
        return new CheckedExpression(
            list with { Items = [.. items.Select(item => item.Normal)] }, StaticType.ListOf(element),
            new ListNode([.. items.Select(item => item.Node)]));
    }

    private CheckedExpression CheckObject(ObjectExpression model, Flow flow)
    {
        var (members, fields) = (new List<CheckedExpression>(), new Dictionary<string, Fields.FieldType>());
        foreach (var member in model.Members)
        {
            var value = AsValue(Check(member.Value, flow));
            members.Add(value);
            if (value.Type.IsUnknown) return Nothing(model);
            if (value.Type.ToFieldType() is not { } type)
                return Report(member.Value.Span, model, TypeFaults.NotAnObjectMember(value.Type));
            if (ReservedWords.Contains(member.Name) || !ReservedWords.IsName(member.Name))
                return Report(member.NameSpan, model, NameFaults.ReservedName(member.Name));
            if (!fields.TryAdd(member.Name, type)) return Report(member.NameSpan, model, NameFaults.MemberTwice(member.Name));
        }

        var schema = new Fields.FieldSchema(fields.Select(field => (field.Key, field.Value)));
        return new CheckedExpression(
            model with { Members = [.. model.Members.Select((member, index) => member with { Value = members[index].Normal })] },
            new StaticType(TypeKind.Object, Schema: schema),
            new ObjectNode(schema, [.. members.Select(member => member.Node)]));
    }

    private CheckedExpression CheckInterpolated(InterpolatedExpression interpolated, Flow flow)
    {
        var holes = new List<CheckedExpression>();
        foreach (var hole in interpolated.Holes)
        {
            var value = Check(hole, flow);
            if (!value.Type.IsUnknown && !value.Type.IsScalar && value.Type.Kind != TypeKind.Null)
                value = Report(
                    hole, value.Type.Kind == TypeKind.Markup ? TypeFaults.MarkupUsed() : TypeFaults.NotPrintable(value.Type));

            // In a hole Scriban writes numbers and booleans as .NET does, not as it prints them.
            holes.Add(value.Type.Kind is TypeKind.Text or TypeKind.Unknown or TypeKind.Null ? value : Plain(value));
        }

        return new CheckedExpression(
            interpolated with { Holes = [.. holes.Select(hole => hole.Normal)] },
            StaticType.Text,
            new InterpolatedNode([.. interpolated.Texts], [.. holes.Select(hole => hole.Node)]));
    }

    private StaticType JoinOrReport(StaticType type, CheckedExpression other, SourceSpan span)
    {
        var joined = type.Join(other.Type);
        if (!joined.IsMixed) return joined;
        scope.Problems.Add(span, TypeFaults.DifferentTypes(type, other.Type));
        return StaticType.Unknown;
    }

    private CheckedExpression Report(Expression expression, Fault fault) => Report(expression.Span, expression, fault);

    private CheckedExpression Report(SourceSpan span, Expression expression, Fault fault)
    {
        scope.Problems.Add(span, fault);
        return Nothing(expression);
    }

    private static CheckedExpression Nothing(Expression expression) =>
        new(expression, StaticType.Unknown, new ConstantNode(Value.Null));
}
