using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;

namespace Orchestration.Audience.Criteria;

/// <summary>Turns a parsed criterion into nested delegates with fields resolved to columns; collects every problem on the way.</summary>
internal sealed class CriterionCompiler(PopulationSchema schema)
{
    private readonly List<CriterionProblem> _problems = [];
    private readonly CriterionFields _fields = new(schema);
    private readonly DateFunctions _functions = new(schema);

    public IReadOnlyList<CriterionProblem> Problems => _problems;

    /// <summary>Takes a condition that was compiled without problems.</summary>
    public IReadOnlyList<DayOf>? Days(Expression condition) => new DayAnchors(_functions).Find(condition);

    /// <returns>Null when a problem was noted.</returns>
    public Condition? Condition(Expression expression) => expression switch
    {
        LiteralExpression { Value: bool known } => Constant(Kleene.Of(known)),
        UnaryExpression { Operator: UnaryOperator.Not } not => Not(Condition(not.Operand)),
        BinaryExpression { Operator: BinaryOperator.And } and => Both(and, Kleene.And, Truth.False),
        BinaryExpression { Operator: BinaryOperator.Or } or => Both(or, Kleene.Or, Truth.True),
        BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison => Compare(comparison),
        InExpression list => In(list),
        PathExpression path => _fields.Condition(path, _problems),
        CallExpression call => _functions.Condition(call, _problems),
        _ => Refuse(expression, "ce n’est pas une condition", "comparez un champ à une valeur : age >= 65, sexe == \"F\", vaccin_ror.non_fait"),
    };

    private static Condition Constant(Truth truth) => (_, _) => truth;

    private static Condition? Not(Condition? operand) =>
        operand is null ? null : (person, reference) => Kleene.Not(operand(person, reference));

    private Condition? Both(BinaryExpression expression, Func<Truth, Truth, Truth> join, Truth decisive)
    {
        var left = Condition(expression.Left);
        var right = Condition(expression.Right);
        if (left is null || right is null)
            return null;
        return (person, reference) =>
            left(person, reference) is var known && known == decisive ? known : join(known, right(person, reference));
    }

    private Condition? Compare(BinaryExpression expression)
    {
        var left = Operand(expression.Left);
        var right = Operand(expression.Right);
        if (left is null || right is null || Unify(expression, ref left, ref right) is not { } kind)
            return null;
        if (kind == FieldKind.Text && expression.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Refuse(expression, "deux textes ne s’ordonnent pas", "utilisez ==, != ou in [..]");
        return Comparison.Of(expression.Operator, kind, left.Read, right.Read);
    }

    private Condition? In(InExpression list)
    {
        if (list.Items.Count == 0)
            return Refuse(list, "la liste est vide : personne n’est choisi", "écrivez au moins une valeur : x in [\"a\", \"b\"]");
        Condition? any = null;
        foreach (var item in list.Items)
        {
            var one = Compare(new BinaryExpression(BinaryOperator.Equal, list.Operand, item, item.Span, item.Span));
            if (one is null)
                return null;
            var before = any;
            any = before is null ? one : (person, reference) =>
                before(person, reference) is var known && known == Truth.True ? known : Kleene.Or(known, one(person, reference));
        }

        return any;
    }

    private TypedOperand? Operand(Expression expression) => expression switch
    {
        LiteralExpression { Value: string text } => new TypedOperand(FieldKind.Text, Constant(new Cell(text, 0)), text),
        LiteralExpression { Value: long number } => new TypedOperand(FieldKind.Number, Constant(new Cell("", number))),
        LiteralExpression { Value: decimal number } => new TypedOperand(FieldKind.Number, Constant(new Cell("", (double)number))),
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: LiteralExpression { Value: long or decimal } number } minus =>
            Operand(new LiteralExpression(number.Value is long whole ? -whole : -(decimal)number.Value!, minus.Span)),
        PathExpression path => _fields.Operand(path, _problems),
        CallExpression call => _functions.Operand(call, _problems),
        LiteralExpression { Value: null } => RefuseOperand(expression, "« null » ne se compare pas : une valeur manquante n’est ni vraie ni fausse", "retirez cette comparaison"),
        _ => RefuseOperand(expression, "cette expression ne se compare pas", "comparez un champ à un texte, un nombre ou une date"),
    };

    private static Operand Constant(Cell cell) => (_, _) => cell;

    /// <summary>A text written beside a date is a date.</summary>
    private FieldKind? Unify(BinaryExpression expression, ref TypedOperand left, ref TypedOperand right)
    {
        if (left.Kind == FieldKind.Date && right.Literal is not null && AsDate(expression.Right, right) is var last)
            right = last!;
        else if (right.Kind == FieldKind.Date && left.Literal is not null && AsDate(expression.Left, left) is var first)
            left = first!;
        if (left is null || right is null)
            return null;
        if (left.Kind == right.Kind)
            return left.Kind;
        Refuse(expression, $"un {Name(left.Kind)} ne se compare pas à un {Name(right.Kind)}", "comparez deux valeurs de même type");
        return null;
    }

    private TypedOperand? AsDate(Expression expression, TypedOperand text) =>
        CellParser.Parse(new FieldDefinition("", FieldKind.Date), text.Literal!, out var cell) is null && !cell.IsMissing
            ? new TypedOperand(FieldKind.Date, Constant(cell))
            : RefuseOperand(expression, $"« {text.Literal} » n’est pas une date", "écrivez « année-mois-jour » : \"1980-01-31\"");

    private static string Name(FieldKind kind) => kind switch
    {
        FieldKind.Number => "nombre",
        FieldKind.Date => "jour",
        _ => "texte",
    };

    private Condition? Refuse(Expression expression, string what, string mend)
    {
        _problems.Add(new CriterionProblem(expression.Span.Offset, expression.Span.Length, what, mend));
        return null;
    }

    private TypedOperand? RefuseOperand(Expression expression, string what, string mend)
    {
        Refuse(expression, what, mend);
        return null;
    }
}
