namespace Orchestration.Messages.Templates;

/// <summary>Where a problem is in its file: line and column from 1.</summary>
internal readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>A problem of the file as a whole.</summary>
    public static readonly Place Start = new(1, 1, 0);

    /// <param name="text">Of the file.</param>
    /// <param name="index">Of the faulty text, in characters from 0.</param>
    /// <param name="length">Of the faulty text.</param>
    public static Place Of(string text, int index, int length)
    {
        var before = text.AsSpan(0, index);
        return new Place(before.Count('\n') + 1, index - before.LastIndexOf('\n'), length);
    }
}
