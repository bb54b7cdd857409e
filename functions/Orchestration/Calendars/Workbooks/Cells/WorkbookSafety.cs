using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>
/// Looks through a workbook before any library does: how many parts it has, what they are called, how much comes out of them, that each is
/// sound XML without a DTD, that none is a macro or fetches anything from outside.
/// </summary>
internal static partial class WorkbookSafety
{
    private const int MostParts = 2000;
    private const int LongestName = 260;
    private const long MostBytes = 200_000_000;

    // Repeated rows shrink a hundredfold; nothing honest shrinks more than this, once it is not small.
    private const int HighestRatio = 300;
    private const long SmallPart = 1_000_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <returns>False when the workbook must not be opened; the reason is among the problems.</returns>
    public static bool Check(byte[] content, ProblemList problems)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return IsWorkbook(archive, problems) && archive.Entries.All(CanBeNamed) && IsWithinLimits(archive, problems);
        }
        catch (TooLargeException)
        {
            return TooLarge(problems);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return Damaged(problems);
        }
    }

    /// <summary>Reports that nothing can be read of the file.</summary>
    public static bool Damaged(ProblemList problems)
    {
        problems.Error(
            ProblemCodes.DamagedWorkbook, SourcePlace.File,
            $"Le classeur est abîmé ou incomplet : il ne peut pas être lu.",
            $"Ouvrez-le dans Excel, enregistrez-le sous un autre nom, puis déposez-le à nouveau.");
        return false;
    }

    private static bool TooLarge(ProblemList problems)
    {
        problems.Error(
            ProblemCodes.WorkbookTooLarge, SourcePlace.File,
            $"Le classeur contient, une fois décompressé, bien plus que ce qu'il faut à un calendrier.",
            $"Recopiez les feuilles du calendrier dans un classeur neuf, sans images ni mise en forme de colonnes entières.");
        return false;
    }

    private static bool IsWorkbook(ZipArchive archive, ProblemList problems)
    {
        if (archive.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Error(
                ProblemCodes.MacroWorkbook, SourcePlace.File,
                $"Le classeur contient des macros : il n'est pas lu.", $"Enregistrez-le au format « Classeur Excel ({".xlsx"}) », sans macro.");
            return false;
        }

        if (archive.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            return true;
        }

        problems.Error(
            ProblemCodes.WrongExtension, SourcePlace.File,
            $"Le fichier n'est pas un classeur Excel, malgré son extension.",
            $"Enregistrez-le au format « Classeur Excel ({".xlsx"}) ».");
        return false;
    }

    private static bool CanBeNamed(ZipArchiveEntry part) => part.FullName.Length <= LongestName && PartName().IsMatch(part.FullName)
        ? true
        : throw new InvalidDataException("A part has a name that no workbook gives.");

    private static bool IsWithinLimits(ZipArchive archive, ProblemList problems)
    {
        if (archive.Entries.Count > MostParts)
        {
            return TooLarge(problems);
        }

        if (archive.Entries.Select(part => part.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count)
        {
            return Damaged(problems);
        }

        var left = MostBytes;
        var links = new List<string>();
        foreach (var part in archive.Entries)
        {
            var limit = Math.Min(left, Math.Max(SmallPart, part.CompressedLength * HighestRatio));
            using var stream = new CountedStream(part.Open(), limit);
            Read(part, stream, links);
            left -= stream.Count;
        }

        if (links.Count == 0)
        {
            return true;
        }

        problems.Error(
            ProblemCodes.ExternalLinks, SourcePlace.File,
            $"Le classeur va chercher des données ailleurs : « {links[0]} ».",
            $"Dans Excel : Données > Modifier les liens > Rompre la liaison ; puis enregistrez-le.");
        return false;
    }

    private static void Read(ZipArchiveEntry part, CountedStream stream, List<string> links)
    {
        var isRelations = part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        if (!isRelations && !part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            stream.CopyTo(Stream.Null);
            return;
        }

        using var xml = XmlReader.Create(stream, Settings);
        while (xml.Read())
        {
            // The links of cells point outside; nothing follows them.
            if (isRelations && xml.NodeType == XmlNodeType.Element && xml.GetAttribute("TargetMode") == "External"
                && xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
            {
                links.Add(xml.GetAttribute("Target") ?? "");
            }
        }
    }

    [GeneratedRegex(@"\A(?!/)(?!.*(\.\.|//|\\|:))[^\p{C}]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PartName();
}
