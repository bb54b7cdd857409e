using System.IO.Compression;
using System.IO.Hashing;
using System.Text.RegularExpressions;

namespace Orchestration.Messages.Library;

/// <summary>Reads an archive of templates; entries, inflated sizes and names are checked while inflating, whatever its headers claim.</summary>
internal static partial class TemplateArchive
{
    public const long LargestFile = 10_000_000;
    public const long LargestInflated = 30_000_000;
    private const int MostEntries = 2_000;

    public static (string What, string Mend) TooLarge { get; } =
        ("L’archive est trop grande.", $"Restez sous {LargestFile / 1_000_000} Mo, et {LargestInflated / 1_000_000} Mo une fois décompressée.");

    public static TemplateUpload Read(string name, Stream archive)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                return TemplateUpload.Refused(name, ("L’archive a trop de fichiers.", $"Restez sous {MostEntries} fichiers."));
            return Read(name, zip);
        }
        catch (InvalidDataException)
        {
            return TemplateUpload.Refused(name, ("Ce fichier n’est pas une archive ZIP.", "Compressez le dossier des gabarits au format ZIP."));
        }
    }

    private static TemplateUpload Read(string name, ZipArchive zip)
    {
        var folders = new Dictionary<string, Dictionary<string, byte[]>>(StringComparer.Ordinal);
        var left = LargestInflated;
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
        {
            if (!EntryName().IsMatch(entry.FullName))
                return TemplateUpload.Refused(name, ($"Le nom « {entry.FullName} » n’est pas permis.", "Un dossier par gabarit, des minuscules, des chiffres et des tirets : national/ror-invitation/body.sbnhtml."));
            if (Inflate(entry, ref left) is not { } content)
                return TemplateUpload.Refused(name, TooLarge);
            if (Crc32.HashToUInt32(content) != entry.Crc32)
                return TemplateUpload.Refused(name, ($"Le fichier « {entry.FullName} » de l’archive est abîmé.", "Compressez à nouveau le dossier des gabarits, puis déposez-le."));
            var (folder, file) = Split(entry.FullName);
            if (!folders.TryGetValue(folder, out var files))
                folders.Add(folder, files = new Dictionary<string, byte[]>(StringComparer.Ordinal));
            if (!files.TryAdd(file, content))
                return TemplateUpload.Refused(name, ($"Le fichier « {entry.FullName} » est deux fois dans l’archive.", "Gardez-en un seul."));
        }

        return new TemplateUpload(
            folders.ToDictionary(folder => folder.Key, folder => (IReadOnlyDictionary<string, byte[]>)folder.Value, StringComparer.Ordinal), []);
    }

    /// <summary>Images stay with the folder of their template.</summary>
    private static (string Folder, string File) Split(string path)
    {
        var end = path.LastIndexOf("/images/", StringComparison.Ordinal) is var images and >= 0 ? images : path.LastIndexOf('/');
        return (path[..end], path[(end + 1)..]);
    }

    /// <returns>Null when the archive inflates beyond what is allowed.</returns>
    private static byte[]? Inflate(ZipArchiveEntry entry, ref long left)
    {
        using var inflated = new MemoryStream();
        using var stream = entry.Open();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0)
                return null;
            inflated.Write(buffer, 0, read);
        }

        return inflated.ToArray();
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(/[a-z0-9-]+)*/[a-z0-9-][a-z0-9.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex EntryName();
}
