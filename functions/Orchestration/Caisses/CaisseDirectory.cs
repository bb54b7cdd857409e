using System.Collections.Frozen;
using System.Reflection;

namespace Orchestration.Caisses;

/// <summary>The 107 caisses, from the list that the app carries (domain.md C).</summary>
public static class CaisseDirectory
{
    private static readonly FrozenDictionary<string, Caisse> ById = Read().ToFrozenDictionary(caisse => caisse.Id, StringComparer.Ordinal);

    /// <summary>Every caisse, in the order of its id.</summary>
    public static IReadOnlyList<Caisse> All { get; } = [.. ById.Values.OrderBy(caisse => caisse.Id, StringComparer.Ordinal)];

    public static Caisse? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No caisse has this id.</exception>
    public static Caisse Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no caisse '{id}'.");

    private static IEnumerable<Caisse> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("caisses.csv")
            ?? throw new InvalidOperationException("The list of caisses is missing from the assembly.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return new Caisse(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
                Enum.Parse<HolidayZone>(cells[6].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                Prefixes(cells[7]));
        }
    }

    /// <summary>« +336/+337 », and « +262 692/693 » for +262692 and +262693.</summary>
    private static IReadOnlyList<string> Prefixes(string cell) => cell.Split(' ') switch
    {
        [var prefixes] => prefixes.Split('/'),
        [var country, var prefixes] => [.. prefixes.Split('/').Select(prefix => country + prefix)],
        _ => throw new InvalidDataException($"'{cell}' is not a list of mobile prefixes."),
    };
}
