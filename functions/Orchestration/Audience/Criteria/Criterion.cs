using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;

namespace Orchestration.Audience.Criteria;

/// <summary>A condition on people, parsed and typed once, evaluated for each row. Only <see cref="Truth.True"/> selects.</summary>
public sealed class Criterion
{
    private readonly Condition _condition;
    private readonly IReadOnlyList<DayOf>? _days;

    private Criterion(Condition condition, IReadOnlyList<DayOf>? days) => (_condition, _days) = (condition, days);

    /// <summary>
    /// True when it says whose day it is: it can hold for one person on a few days alone, such as <c>jours_depuis(naissance, 18) == 0</c>. A
    /// journey whose criterion does not would write to the same people every day.
    /// </summary>
    public bool HasItsDay => _days is not null;

    /// <param name="text">
    /// The expression part of the template language, plus <c>x in [..]</c>, <c>jours_depuis(date[, ans])</c> and <c>mois_de(date)</c>.
    /// </param>
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
            : new CriterionReading(new Criterion(condition, compiler.Days(parsed.Root)), []);
    }

    /// <param name="person">One row.</param>
    /// <param name="reference">The day that ages and date functions refer to.</param>
    public Truth Evaluate(Person person, DateOnly reference) => _condition(person, reference);

    public bool Selects(Person person, DateOnly reference) => Evaluate(person, reference) == Truth.True;

    /// <summary>The days of a span on which it selects somebody, each once; cheap when <see cref="HasItsDay"/>.</summary>
    /// <param name="person">One row.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, included.</param>
    public IEnumerable<DateOnly> DaysOf(Person person, DateOnly first, DateOnly last)
    {
        var count = _days?.Count ?? last.DayNumber - first.DayNumber + 1;
        for (var n = 0; n < count; n++)
        {
            var candidate = _days is null ? first.DayNumber + n : _days[n](person);
            if (candidate is not { } day || day < first.DayNumber || day > last.DayNumber || IsRepeated(person, n, day))
                continue;
            var date = DateOnly.FromDayNumber(day);
            if (Selects(person, date))
                yield return date;
        }
    }

    /// <summary>Two conditions can name the same day.</summary>
    private bool IsRepeated(Person person, int n, int day)
    {
        for (var before = 0; _days is not null && before < n; before++)
        {
            if (_days[before](person) == day)
                return true;
        }

        return false;
    }

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
