using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Messages.Library;

/// <summary>The files of every published layout and template, by path below <c>templates/</c>.</summary>
public sealed record LibraryFiles(ImmutableSortedDictionary<string, byte[]> Files)
{
    public static LibraryFiles Empty { get; } = new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in Files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whole folders take the place of what they were.</summary>
    public LibraryFiles With(IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> folders)
    {
        var kept = Files.Where(file => !folders.Keys.Any(folder => IsIn(folder, file.Key)));
        var added = folders.SelectMany(folder => folder.Value.Select(file => KeyValuePair.Create($"{folder.Key}/{file.Key}", file.Value)));
        return new LibraryFiles(kept.Concat(added).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The files of these folders, as they are here; a folder without files is not here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Folders(IEnumerable<string> folders) =>
        folders.ToDictionary(
            folder => folder,
            folder => (IReadOnlyDictionary<string, byte[]>)Files.Where(file => IsIn(folder, file.Key))
                .ToDictionary(file => file.Key[(folder.Length + 1)..], file => file.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static bool IsIn(string folder, string path) => path.StartsWith(folder + "/", StringComparison.Ordinal);
}
