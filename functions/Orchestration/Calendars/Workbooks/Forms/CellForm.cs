using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>How the cells of a column say, in French, what YAML says in its own words.</summary>
internal abstract class CellForm
{
    /// <summary>What a drop-down list offers; empty when any value may stand there.</summary>
    public virtual IReadOnlyList<string> Offers => [];

    /// <summary>Whether nothing but what is offered may stand there.</summary>
    public virtual bool IsClosed => false;

    /// <summary>What the cell says in YAML's words, or what is wrong with it.</summary>
    public abstract CellReading Read(Cell cell);

    /// <summary>The cell for a value of YAML; a list comes as <c>[a, b]</c>.</summary>
    public abstract CellContent Write(string value);
}

/// <summary>What a cell said: a value, a list, or a fault.</summary>
internal sealed record CellReading(string? Value, IReadOnlyList<string>? Items, CellFault? Fault)
{
    /// <summary>The key that the value is for, where a column serves two.</summary>
    public string? Key { get; init; }

    public static implicit operator CellReading(string value) => new(value, null, null);

    public static CellReading List(IReadOnlyList<string> items) => new(null, items, null);

    public static CellReading Refused(string code, FrenchText what, FrenchText mend) =>
        new(null, null, new CellFault(code, what.ToString(), mend.ToString()));
}

/// <summary>What is wrong with a cell, in French.</summary>
internal sealed record CellFault(string Code, string What, string Mend, string? Source = null);

/// <summary>What to write into a cell: one of the three.</summary>
internal sealed record CellContent(string? Text, decimal? Number = null, DateOnly? Date = null)
{
    public static implicit operator CellContent(string text) => new(text);

    public static implicit operator CellContent(decimal number) => new(null, number);

    public static implicit operator CellContent(DateOnly date) => new(null, null, date);

    /// <summary>As the planner will see it.</summary>
    public string Shown => Text ?? (Date is { } date
        ? Cell.OfDate(1, date.ToDateTime(TimeOnly.MinValue)).Text
        : Cell.OfNumber(1, Number!.Value).Text);
}
