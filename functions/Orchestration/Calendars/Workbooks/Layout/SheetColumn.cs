using Orchestration.Calendars.Workbooks.Forms;

namespace Orchestration.Calendars.Workbooks.Layout;

/// <summary>A column of a sheet, or a row of « Calendrier », and the key that it has in YAML.</summary>
/// <param name="Key">As YAML has it.</param>
/// <param name="Header">As we write it.</param>
/// <param name="Form">How its cells say their values.</param>
/// <param name="Note">Shown to whoever stands on a cell of it.</param>
/// <param name="Width">In characters.</param>
internal sealed record SheetColumn(string Key, string Header, CellForm Form, string Note, double Width = 14)
{
    /// <summary>Other headers that planners give it.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public bool IsRequired { get; init; }

    /// <summary>Another key that its cells may be for.</summary>
    public string? SecondKey { get; init; }

    /// <summary>False when it is read but never written.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>A sheet whose ids its drop-down list offers; null for none.</summary>
    public string? IdsOf { get; init; }

    /// <summary>« Budget (k€) » is also « Budget »; accents, case and an asterisk do not count.</summary>
    public bool IsNamed(string header) => NamesOf(Header).Concat(Others.SelectMany(NamesOf)).Intersect(NamesOf(header)).Any();

    private static string[] NamesOf(string header)
    {
        var unit = header.IndexOf('(', StringComparison.Ordinal);
        return unit > 0 ? [Folded.Of(header), Folded.Of(header[..unit])] : [Folded.Of(header)];
    }
}
