namespace Orchestration.Calendars.Reading;

/// <summary>A value of a file, with where it starts. Every form of a calendar becomes one tree of these, which one set of readers reads.</summary>
internal abstract class SourceNode(int line, int column, string? sheet)
{
    /// <summary>From 1; the row of a sheet.</summary>
    public int Line => line;

    /// <summary>From 1, in UTF-16 units; the column of a sheet.</summary>
    public int Column => column;

    /// <summary>Null for a text.</summary>
    public string? Sheet => sheet;

    public SourcePlace Place(string path) => new(line, column, path, sheet);
}

/// <summary>A single value, in the words of YAML whatever the form of the file.</summary>
internal class SourceScalar(int line, int column, string? sheet, string value) : SourceNode(line, column, sheet)
{
    public string Value { get; } = value;

    /// <summary>What the planner wrote: a cell says it in French.</summary>
    public string Shown { get; init; } = value;

    /// <summary>A fault of it has been told already; nothing more is to be said of it.</summary>
    public bool IsRefused { get; init; }

    public virtual bool IsEmpty => Value.Length == 0;

    /// <summary>Where a character of the value stands; its length stands for the end.</summary>
    public virtual SourcePlace PlaceIn(int offset, string path) => Place(path);
}

/// <summary>Values by their keys.</summary>
internal class SourceGroup(
    int line, int column, string? sheet, IReadOnlyList<KeyValuePair<SourceScalar, SourceNode>> entries) : SourceNode(line, column, sheet)
{
    /// <summary>Keys are unique.</summary>
    public IReadOnlyList<KeyValuePair<SourceScalar, SourceNode>> Entries => entries;

    public SourceNode? Find(string key) => entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    /// <summary>Where a value that is missing should stand.</summary>
    public virtual SourcePlace PlaceOfMissing(string key, string path) => Place(path);
}

internal class SourceList(int line, int column, string? sheet, IReadOnlyList<SourceNode> items) : SourceNode(line, column, sheet)
{
    public IReadOnlyList<SourceNode> Items => items;
}
