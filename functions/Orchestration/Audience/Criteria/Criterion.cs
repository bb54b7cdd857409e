using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;

namespace Orchestration.Audience.Criteria;

/// <summary>A condition on people, parsed and typed once, evaluated for each row. Only <see cref="Truth.True"/> selects.</summary>
public sealed class Criterion
{
    private readonly Condition _condition;

    private Criterion(Condition condition) => _condition = condition;

    /// <param name="text">The expression part of the template language, plus <c>x in [..]</c>.</param>
    /// <param name="schema">The fields that it may name, and <c>age</c> where there is a date of birth.</param>
    public static CriterionReading Parse(string text, PopulationSchema schema)
    {
        var parsed = ExpressionParser.Parse(text);
        if (parsed.Root is null)
            return new CriterionReading(null, [.. parsed.Problems.Select(problem => new CriterionProblem(Offset(text, problem.Line, problem.Column), problem.Length, problem.Message, problem.Mend))]);

        var compiler = new CriterionCompiler(schema);
        var condition = compiler.Condition(parsed.Root);
        return compiler.Problems.Count > 0 || condition is null
            ? new CriterionReading(null, compiler.Problems)
            : new CriterionReading(new Criterion(condition), []);
    }

    /// <param name="person">One row.</param>
    /// <param name="reference">The day that ages refer to.</param>
    public Truth Evaluate(Person person, DateOnly reference) => _condition(person, reference);

    public bool Selects(Person person, DateOnly reference) => Evaluate(person, reference) == Truth.True;

    private static int Offset(string text, int line, int column)
    {
        var start = 0;
        for (; line > 1 && text.IndexOf('\n', start) is var end and >= 0; line--)
            start = end + 1;
        return start + column - 1;
    }
}

/// <summary>A criterion, or every reason why there is none.</summary>
public sealed record CriterionReading(Criterion? Criterion, IReadOnlyList<CriterionProblem> Problems)
{
    /// <exception cref="InvalidOperationException">There are problems, though the calendar was accepted.</exception>
    public Criterion Require() =>
        Criterion ?? throw new InvalidOperationException("The criterion is wrong: " + string.Join(" ; ", Problems.Select(problem => problem.What)));
}

/// <summary>A compiled condition.</summary>
internal delegate Truth Condition(Person person, DateOnly reference);

/// <summary>A compiled operand: missing when nobody can tell.</summary>
internal delegate Cell Operand(Person person, DateOnly reference);
