namespace Orchestration.Calendars.Workbooks.Layout;

/// <summary>A sheet of the workbook and the list that it is in YAML.</summary>
/// <param name="Name">As we write it.</param>
/// <param name="Key">As YAML has it; empty for « Calendrier », whose columns stand one below the other.</param>
/// <param name="Columns">In the order in which we write them.</param>
/// <param name="Others">Other names that planners give it.</param>
internal sealed record SheetLayout(string Name, string Key, IReadOnlyList<SheetColumn> Columns, params string[] Others)
{
    public bool IsRequired { get; init; } = true;

    public bool IsNamed(string name) => Others.Prepend(Name).Select(Folded.Of).Contains(Folded.Of(name));

    public SheetColumn? ByHeader(string header) => Columns.FirstOrDefault(column => column.IsNamed(header));

    /// <summary>The column in which we write a key.</summary>
    public SheetColumn? ByKey(string key) =>
        Columns.FirstOrDefault(column => column.IsWritten && (column.Key == key || column.SecondKey == key));
}
