using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>Where a problem stands, as a planner finds it: « ligne 12, colonne 5 », « feuille « Envois », cellule H12 (« Moment ») ».</summary>
internal static class PlaceWords
{
    public static string Of(CalendarProblem problem)
    {
        if (problem.Sheet is not { } sheet)
        {
            return French.Text($"ligne {problem.Line}, colonne {problem.Column}");
        }

        var cell = new CellReference(problem.Line, problem.Column).ToString();
        return HeaderOf(problem.Path) is { } header
            ? French.Text($"feuille « {sheet} », cellule {cell} (« {header} »)")
            : French.Text($"feuille « {sheet} », cellule {cell}");
    }

    /// <summary>Of the key that ends a path, <c>sends[2].channels[0]</c>; null when it ends with an entry or a list.</summary>
    private static string? HeaderOf(string path)
    {
        var key = path.Split('.')[^1].Split('[')[0];
        return path.Length == 0 || key is "campaigns" or "waves" or "sends" ? null : WorkbookVocabulary.Instance.Name(key);
    }
}
