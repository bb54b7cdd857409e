namespace Orchestration.Calendars;

/// <summary>The two forms in which planners keep a calendar; they say the same.</summary>
public enum CalendarForm
{
    /// <summary>A text: <c>.yaml</c>, <c>.yml</c>.</summary>
    Yaml,

    /// <summary>An Excel workbook: <c>.xlsx</c>.</summary>
    Workbook,
}

/// <summary>Tells the form of a calendar by the name of its file.</summary>
public static class CalendarForms
{
    /// <returns>Null when files of that name hold no calendar.</returns>
    public static CalendarForm? Of(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => CalendarForm.Yaml,
        ".xlsx" => CalendarForm.Workbook,
        _ => null,
    };

    /// <summary>In bytes: 5 MB of YAML, 20 MB of workbook.</summary>
    public static int MaxLengthOf(CalendarForm form) => form == CalendarForm.Workbook ? 20_000_000 : 5_000_000;
}
