using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Calendars.Reading;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>
/// Writes proposed corrections into the file of a calendar and leaves the rest of it as it is: comments, order and layout of a YAML text,
/// sheets, formats and formulas of a workbook.
/// </summary>
public static partial class CalendarCorrections
{
    /// <param name="content">The bytes of the file, as they were read.</param>
    /// <param name="fileName">Its extension says which form it has.</param>
    /// <param name="corrections">Of this very file: their paths count its entries.</param>
    /// <returns>The bytes of the corrected file, in the same form.</returns>
    /// <exception cref="ArgumentException">The file cannot be read at all, or has no such entry or key.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> content, string fileName, IReadOnlyList<Correction> corrections)
    {
        var problems = new ProblemList();
        var form = FileKind.Check(content, fileName, problems);
        return form switch
        {
            CalendarForm.Yaml => YamlCorrections.Apply(content, corrections),
            CalendarForm.Workbook => WorkbookCorrections.Apply(content.ToArray(), corrections),
            _ => throw new ArgumentException(problems.InOrder()[0].What, nameof(content)),
        };
    }

    /// <summary>The entry at a path: <c>sends[2]</c>, or nothing for the calendar itself.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static SourceGroup EntryAt(SourceNode? root, string path)
    {
        if (root is SourceGroup calendar && path.Length == 0)
        {
            return calendar;
        }

        return Entry().Match(path) is { Success: true } entry
            && root is SourceGroup group && group.Find(entry.Groups["list"].Value) is SourceList list
            && int.Parse(entry.Groups["position"].ValueSpan, CultureInfo.InvariantCulture) is var position && position < list.Items.Count
            && list.Items[position] is SourceGroup found
            ? found
            : throw new ArgumentException($"The calendar has no entry '{path}'.", nameof(path));
    }

    [GeneratedRegex(@"\A(?<list>campaigns|waves|sends)\[(?<position>[0-9]{1,6})\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
