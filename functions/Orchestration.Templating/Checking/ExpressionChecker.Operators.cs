using Orchestration.Templating.Expressions;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>Operators between values.</summary>
internal sealed partial class ExpressionChecker
{
    private CheckedExpression CheckUnary(UnaryExpression unary, Flow flow)
    {
        var operand = Check(unary.Operand, flow);
        var normal = unary with { Operand = operand.Normal };
        if (unary.Operator == UnaryOperator.Not)
            return new CheckedExpression(normal, StaticType.Boolean, new NotNode(operand.Node));
        if (operand.Type.IsUnknown) return Nothing(unary);
        if (!operand.Type.IsNumeric || operand.Type.IsOptional)
            return Report(unary, TypeFaults.WrongOperand(unary.Operator, operand.Type));
        var node = unary.Operator == UnaryOperator.Negate ? new NegateNode(operand.Node) : operand.Node;
        return new CheckedExpression(normal, operand.Type, node);
    }

    private CheckedExpression CheckBinary(BinaryExpression binary, Flow flow)
    {
        var left = Check(binary.Left, flow);
        var right = Check(binary.Right, binary.Operator switch
        {
            BinaryOperator.And => flow.With(Presence.When(binary.Left, true)),
            BinaryOperator.Or => flow.With(Presence.When(binary.Left, false)),
            _ => flow,
        });
        return binary.Operator switch
        {
            BinaryOperator.And => Combine(binary, left, right, StaticType.Boolean, new AndNode(left.Node, right.Node)),
            BinaryOperator.Or => Combine(binary, left, right, StaticType.Boolean, new OrNode(left.Node, right.Node)),
            BinaryOperator.Coalesce => CheckCoalesce(binary, left, right),
            _ when left.Type.IsUnknown || right.Type.IsUnknown => Nothing(binary),
            BinaryOperator.Range or BinaryOperator.RangeExclusive => CheckRange(binary, left, right),
            >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual =>
                CheckComparison(binary, AsValue(left), AsValue(right)),
            _ => CheckComputation(binary, left, right),
        };
    }

    private static CheckedExpression Combine(
        BinaryExpression binary, CheckedExpression left, CheckedExpression right, StaticType type, ValueNode node) =>
        new(binary with { Left = left.Normal, Right = right.Normal }, type, node);

    private CheckedExpression CheckCoalesce(BinaryExpression binary, CheckedExpression left, CheckedExpression right)
    {
        var type = JoinOrReport(left.Type.Optional(false), right, binary.OperatorSpan).Optional(right.Type.IsOptional);
        return Combine(binary, left, right, type, new CoalesceNode(left.Node, right.Node));
    }

    private CheckedExpression CheckRange(BinaryExpression binary, CheckedExpression left, CheckedExpression right)
    {
        if (left.Type.Kind != TypeKind.Integer || right.Type.Kind != TypeKind.Integer) return Refuse(binary, left, right);
        var type = StaticType.ListOf(StaticType.Integer).Optional(left.Type.IsOptional || right.Type.IsOptional);
        return Combine(
            binary, left, right, type, new RangeNode(left.Node, right.Node, binary.Operator == BinaryOperator.RangeExclusive));
    }

    private CheckedExpression CheckComparison(BinaryExpression binary, CheckedExpression left, CheckedExpression right)
    {
        var isEquality = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        return (isEquality ? AreComparable(left.Type, right.Type) : AreOrdered(left.Type, right.Type))
            ? Combine(binary, left, right, StaticType.Boolean, new CompareNode(binary.Operator, left.Node, right.Node))
            : Refuse(binary, left, right);
    }

    /// <summary>What a <c>case</c> compares.</summary>
    public CheckedExpression CheckSubject(Expression subject, Flow flow) => AsValue(Check(subject, flow));

    /// <summary>What a <c>when</c> compares it with.</summary>
    public CheckedExpression CheckCandidate(CheckedExpression subject, Expression candidate, Flow flow)
    {
        var value = AsValue(Check(candidate, flow));
        var isKnown = !subject.Type.IsUnknown && !value.Type.IsUnknown;
        return isKnown && !AreComparable(subject.Type, value.Type)
            ? Report(candidate, TypeFaults.WrongOperands(BinaryOperator.Equal, subject.Type, value.Type))
            : value;
    }

    private static bool AreComparable(StaticType left, StaticType right)
    {
        if (left.Kind == TypeKind.Null || right.Kind == TypeKind.Null) return true;
        if (left.Kind == TypeKind.Text) return right.Kind == TypeKind.Text || right.IsNumeric;
        if (right.Kind == TypeKind.Text) return left.IsNumeric;
        return AreOrdered(left, right) || (left.Kind == right.Kind && left.Kind is TypeKind.Boolean or TypeKind.Duration);
    }

    private static bool AreOrdered(StaticType left, StaticType right) =>
        (left.IsNumeric && right.IsNumeric) || (left.Kind == right.Kind && left.Kind is TypeKind.Text or TypeKind.Date);

    private CheckedExpression CheckComputation(BinaryExpression binary, CheckedExpression left, CheckedExpression right)
    {
        var isText = binary.Operator == BinaryOperator.Add
            && (IsText(left.Type) || IsText(right.Type)) && IsTextual(left.Type) && IsTextual(right.Type);
        if (isText) (left, right) = (AsText(left), AsText(right));
        var type = isText ? ConcatenationType(left.Type, right.Type) : ComputationType(binary.Operator, left.Type, right.Type);
        return type is null
            ? Refuse(binary, left, right)
            : Combine(binary, left, right, type, new ComputeNode(binary.Operator, left.Node, right.Node));
    }

    private static bool IsText(StaticType type) => type.Kind is TypeKind.Text or TypeKind.Printable;

    private static bool IsTextual(StaticType type) => type.IsScalar || type.Kind == TypeKind.Null;

    /// <summary>A text that is there is enough; two values of which the only text is missing are null.</summary>
    private static StaticType ConcatenationType(StaticType left, StaticType right)
    {
        var hasText = left is { Kind: TypeKind.Text, IsOptional: false } || right is { Kind: TypeKind.Text, IsOptional: false };
        return StaticType.Text.Optional(!hasText);
    }

    /// <summary>Null when the operator does not go with these types.</summary>
    private static StaticType? ComputationType(BinaryOperator op, StaticType left, StaticType right)
    {
        var isOptional = left.IsOptional || right.IsOptional;
        if (left.IsNumeric && right.IsNumeric)
        {
            var isInteger = op != BinaryOperator.Divide && left.Kind == TypeKind.Integer && right.Kind == TypeKind.Integer;
            return (isInteger ? StaticType.Integer : StaticType.Number).Optional(isOptional);
        }

        return (op, left.Kind, right.Kind) switch
        {
            (BinaryOperator.Multiply, TypeKind.Text, TypeKind.Integer or TypeKind.Number) =>
                StaticType.Text.Optional(left.IsOptional),
            (BinaryOperator.Multiply, TypeKind.Integer or TypeKind.Number, TypeKind.Text) =>
                StaticType.Text.Optional(right.IsOptional),
            (BinaryOperator.Subtract, TypeKind.Date, TypeKind.Date) => StaticType.Duration.Optional(isOptional),
            (BinaryOperator.Add, TypeKind.Date, TypeKind.Duration) => StaticType.Date.Optional(isOptional),
            _ => null,
        };
    }

    private CheckedExpression CheckConditional(ConditionalExpression conditional, Flow flow)
    {
        var condition = Check(conditional.Condition, flow);
        var then = Check(conditional.Then, flow.With(Presence.When(conditional.Condition, true)));
        var otherwise = Check(conditional.Else, flow.With(Presence.When(conditional.Condition, false)));
        return new CheckedExpression(
            conditional with { Condition = condition.Normal, Then = then.Normal, Else = otherwise.Normal },
            JoinOrReport(then.Type, otherwise, conditional.Else.Span),
            new ConditionalNode(condition.Node, then.Node, otherwise.Node));
    }

    private CheckedExpression Refuse(BinaryExpression binary, CheckedExpression left, CheckedExpression right) =>
        Report(binary.OperatorSpan, binary, TypeFaults.WrongOperands(binary.Operator, left.Type, right.Type));
}
