namespace Orchestration.Calendars.Reading;

/// <summary>The text of a file, with its lines as YAML counts them (LF, CR LF or CR).</summary>
internal sealed class SourceText
{
    private readonly List<int> lineStarts = [0];

    public SourceText(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    /// <summary>The place of a character, counted from the start of the text.</summary>
    public SourcePlace PlaceAt(int index, string path)
    {
        var found = lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePlace(line + 1, index - lineStarts[line] + 1, path);
    }
}
