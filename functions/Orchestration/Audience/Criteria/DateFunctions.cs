using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;
using Orchestration.Wording;

namespace Orchestration.Audience.Criteria;

/// <summary>
/// What criteria may ask of a date beside comparing it: <c>jours_depuis(champ)</c>, <c>jours_depuis(champ, ans)</c>, <c>mois_de(champ)</c>.
/// Unknown when the cell is empty.
/// </summary>
internal sealed class DateFunctions(PopulationSchema schema)
{
    public const string DaysSince = "jours_depuis";
    public const string MonthOf = "mois_de";

    private const long MostYears = 150;

    public static IReadOnlyList<string> Names { get; } = [DaysSince, MonthOf];

    public static string Example(string function) => function == MonthOf ? "mois_de(naissance)" : "jours_depuis(naissance, 18) == 0";

    /// <summary>A function that is a condition by itself.</summary>
    public Condition? Condition(CallExpression call, List<CriterionProblem> problems)
    {
        if (call.Function == DaysSince)
            return Refuse<Condition>(call, problems, $"« {DaysSince} » n’est pas une condition", $"comparez-le à un nombre de jours : {Example(DaysSince)}");
        if (call.Function != MonthOf)
            return UnknownFunction<Condition>(call, problems);
        if (call.Arguments.Count != 1)
            return Refuse<Condition>(call, problems, $"« {MonthOf} » prend une date", $"écrivez {Example(MonthOf)}");
        return Field(call, problems) is { } ordinal
            ? (person, reference) => person[ordinal] is { IsMissing: false } cell ? Kleene.Of(cell.Date.Month == reference.Month) : Truth.Unknown
            : null;
    }

    /// <summary>A function that is compared.</summary>
    public TypedOperand? Operand(CallExpression call, List<CriterionProblem> problems)
    {
        if (call.Function == MonthOf)
            return Refuse<TypedOperand>(call, problems, $"« {MonthOf} » est déjà une condition et ne se compare pas", $"écrivez-le seul : {Example(MonthOf)}");
        if (DayOf(call, problems) is not { } day)
            return null;
        return new TypedOperand(
            FieldKind.Number, (person, reference) => day(person) is { } from ? new Cell("", reference.DayNumber - from) : Cell.Missing);
    }

    /// <summary>The day from which <c>jours_depuis</c> counts.</summary>
    public DayOf? DayOf(CallExpression call, List<CriterionProblem> problems)
    {
        if (call.Function != DaysSince)
            return UnknownFunction<DayOf>(call, problems);
        if (call.Arguments.Count is 0 or > 2)
            return Refuse<DayOf>(call, problems, $"« {DaysSince} » prend une date et, si besoin, un nombre d’années", $"écrivez jours_depuis(naissance) ou {Example(DaysSince)}");
        var years = Years(call, problems);
        if (Field(call, problems) is not { } ordinal || years is not { } given)
            return null;
        return person => person[ordinal] is { IsMissing: false } cell ? Anniversary.DayNumber(cell.Date, given) : null;
    }

    private int? Field(CallExpression call, List<CriterionProblem> problems)
    {
        var argument = call.Arguments[0];
        if (argument is PathExpression { Names: [var name] } && schema.Ordinal(name) is { } ordinal && schema.Fields[ordinal].Kind == FieldKind.Date)
            return ordinal;
        var dates = schema.Fields.Where(field => field.Kind == FieldKind.Date).Select(field => field.Name).ToArray();
        Refuse<object>(
            argument, problems,
            argument is PathExpression path ? $"« {path.Path} » n’est pas un champ de date de ce public" : "ce n’est pas un champ de date",
            dates.Length == 0 ? "ce public n’a aucune date" : $"champs de date : {string.Join(", ", dates)}");
        return null;
    }

    private static int? Years(CallExpression call, List<CriterionProblem> problems)
    {
        if (call.Arguments.Count == 1)
            return 0;
        if (call.Arguments[1] is LiteralExpression { Value: long years and >= 0 and <= MostYears })
            return (int)years;
        Refuse<object>(call.Arguments[1], problems, "ce n’est pas un nombre d’années", $"écrivez un nombre entier de 0 à {MostYears} : {Example(DaysSince)}");
        return null;
    }

    private static T? UnknownFunction<T>(CallExpression call, List<CriterionProblem> problems)
        where T : class
    {
        var near = NearNames.Find(call.Function, Names);
        problems.Add(new CriterionProblem(
            call.FunctionSpan.Offset, call.FunctionSpan.Length, $"il n’y a pas de fonction « {call.Function} »",
            near is null ? $"fonctions connues : {string.Join(", ", Names)}" : $"vouliez-vous dire « {near} » ?"));
        return null;
    }

    private static T? Refuse<T>(Expression expression, List<CriterionProblem> problems, string what, string mend)
        where T : class
    {
        problems.Add(new CriterionProblem(expression.Span.Offset, expression.Span.Length, what, mend));
        return null;
    }
}

/// <summary>A day that a person's row gives, as a day number; null when the cell is empty.</summary>
internal delegate int? DayOf(Person person);
