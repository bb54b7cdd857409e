namespace Orchestration.Audience.Datamart;

/// <summary>
/// The value of one column for one person. <see cref="Text"/> is the cell as written, null when it is empty; <see cref="Number"/> is its number,
/// its date as a day number, its boolean as 0 or 1, its procedure as a <see cref="ProcedureState"/>.
/// </summary>
public readonly record struct Cell(string? Text, double Number)
{
    public static Cell Missing { get; } = new(null, double.NaN);

    public bool IsMissing => Text is null;

    public DateOnly Date => DateOnly.FromDayNumber((int)Number);
}

/// <summary>Whether somebody did something.</summary>
public enum ProcedureState
{
    Unknown,
    Done,
    NotDone,
}
