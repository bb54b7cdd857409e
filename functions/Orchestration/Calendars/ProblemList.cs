using Orchestration.Wording;

namespace Orchestration.Calendars;

/// <summary>Gathers problems, so that a planner gets all of them at once.</summary>
internal sealed class ProblemList
{
    /// <summary>Beyond this nobody reads on, and a hostile file must not fill the report.</summary>
    public const int Limit = 1000;

    private readonly List<CalendarProblem> problems = [];
    private int beyond;

    /// <summary>True as soon as one problem is an error, even one beyond the limit.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True when further problems are only counted.</summary>
    public bool IsFull => problems.Count >= Limit;

    public void Error(string code, SourcePlace place, FrenchText what, FrenchText mend) =>
        Add(code, Severity.Error, place, what, mend);

    public void Warn(string code, SourcePlace place, FrenchText what, FrenchText mend) =>
        Add(code, Severity.Warning, place, what, mend);

    public void Add(CalendarProblem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (IsFull)
        {
            beyond++;
            return;
        }

        problems.Add(problem);
    }

    public void Add(string code, Severity severity, SourcePlace place, FrenchText what, FrenchText mend) =>
        Add(code, severity, place, what.ToString(), mend.ToString());

    /// <summary>Takes sentences that are set already.</summary>
    public void Add(string code, Severity severity, SourcePlace place, string what, string mend, string? source = null) =>
        Add(new CalendarProblem(code, severity, place.Line, place.Column, place.Path, what, mend, place.Sheet, source));

    /// <summary>In the order of the file; then, when some were left out, how many.</summary>
    public IReadOnlyList<CalendarProblem> InOrder()
    {
        var ordered = problems
            .OrderBy(problem => problem.Sheet, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal);
        return beyond == 0 ? [.. ordered] : [.. ordered, Left()];
    }

    private CalendarProblem Left()
    {
        var last = problems[^1];
        return new CalendarProblem(
            ProblemCodes.TooManyProblems, HasErrors ? Severity.Error : Severity.Warning, last.Line, last.Column, "",
            French.Text($"Encore {French.Count(beyond, "problème", "problèmes")}, qui ne sont pas montrés ici."),
            French.Text($"Corrigez ceux qui précèdent, puis déposez le fichier à nouveau."));
    }
}
