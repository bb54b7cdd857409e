using System.Globalization;

namespace Orchestration.Calendars.Workbooks;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Text,
    Number,
    Date,
    Boolean,

    /// <summary>Its formula failed.</summary>
    Error,

    /// <summary>Its formula was never computed.</summary>
    NotComputed,
}

/// <summary>A cell that is not empty.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">As the planner sees it, trimmed: <c>12/10/2027</c>, <c>350,5</c>, <c>VRAI</c>, <c>#REF!</c>.</param>
/// <param name="Number">Of a number; a percentage counts in hundredths, so that 2 % is 2.</param>
/// <param name="Date">Of a date; its hour is kept.</param>
internal sealed record Cell(int Column, CellKind Kind, string Text, decimal Number = 0, DateTime Date = default)
{
    public static Cell OfText(int column, string text) => new(column, CellKind.Text, text.Trim());

    public static Cell OfNumber(int column, decimal number) =>
        new(column, CellKind.Number, number.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ','), number);

    public static Cell OfDate(int column, DateTime date) => new(
        column, CellKind.Date,
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture), Date: date);

    public static Cell OfBoolean(int column, bool value) => new(column, CellKind.Boolean, value ? "VRAI" : "FAUX");
}
