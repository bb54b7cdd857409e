namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>A cell as workbooks name it, <c>F12</c>; both numbers from 1.</summary>
internal readonly record struct CellReference(int Row, int Column)
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    private const int Letters = 26;

    /// <summary>« F » for 6.</summary>
    public static string Letter(int column) =>
        column <= Letters ? ((char)('A' + column - 1)).ToString() : Letter((column - 1) / Letters) + Letter(((column - 1) % Letters) + 1);

    /// <exception cref="InvalidDataException">It is no reference, or outside any sheet.</exception>
    public static CellReference Parse(ReadOnlySpan<char> text)
    {
        var (row, column) = (0, 0);
        foreach (var character in text)
        {
            if (char.IsAsciiLetter(character) && row == 0)
            {
                column = (column * Letters) + (char.ToUpperInvariant(character) - 'A') + 1;
            }
            else if (char.IsAsciiDigit(character))
            {
                row = (row * 10) + (character - '0');
            }
            else if (character != '$')
            {
                throw Bad(text);
            }

            if (row > LastRow || column > LastColumn)
            {
                throw Bad(text);
            }
        }

        return row > 0 && column > 0 ? new CellReference(row, column) : throw Bad(text);
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Letter(Column)}{Row}");

    private static InvalidDataException Bad(ReadOnlySpan<char> text) => new($"'{text}' is no cell.");
}

/// <summary>Cells in a rectangle, its corners included.</summary>
internal readonly record struct CellRange(CellReference First, CellReference Last)
{
    /// <exception cref="InvalidDataException">It is no range.</exception>
    public static CellRange Parse(string text)
    {
        var parts = text.Split(':');
        return new CellRange(CellReference.Parse(parts[0]), CellReference.Parse(parts[^1]));
    }

    public bool Contains(CellReference cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;
}
