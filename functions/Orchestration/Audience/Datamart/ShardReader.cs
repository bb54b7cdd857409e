using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Orchestration.Audience.Datamart;

/// <summary>A row that was set aside.</summary>
/// <param name="Line">Of the shard, the header being line 1.</param>
/// <param name="Reason">In French.</param>
public sealed record RejectedRow(int Line, string Reason);

/// <summary>Reads the people of a shard one by one, never the whole; sets bad rows aside with their line and reason.</summary>
public sealed class ShardReader(PopulationSchema schema)
{
    private const int LongestId = 64;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        MaxFieldSize = 10_000,
        LineBreakInQuotedFieldIsBadData = true,
        BadDataFound = null,
    };

    private readonly List<RejectedRow> _rejected = [];

    /// <summary>The rows set aside so far.</summary>
    public IReadOnlyList<RejectedRow> Rejected => _rejected;

    /// <summary>The rows read so far, the rejected ones included.</summary>
    public int Rows { get; private set; }

    /// <summary>The same <see cref="Person"/> comes back filled anew at each step.</summary>
    /// <exception cref="InvalidDatamartException">The header is not that of the schema, or the file cannot be read on.</exception>
    public IEnumerable<Person> Read(TextReader text)
    {
        using var parser = new CsvParser(text, Format, leaveOpen: true);
        CheckHeader(parser);
        var person = new Person(schema);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ReadRow(parser))
        {
            Rows++;
            var reason = Fill(person, parser) ?? (seen.Add(person.Id) ? null : $"l’identifiant « {person.Id} » est déjà dans ce fichier");
            if (reason is null)
                yield return person;
            else
                _rejected.Add(new RejectedRow(parser.Row, reason));
        }
    }

    private string? Fill(Person person, CsvParser parser)
    {
        if (parser.Count != schema.Fields.Count)
            return $"{parser.Count} colonnes au lieu de {schema.Fields.Count}";
        for (var ordinal = 0; ordinal < parser.Count; ordinal++)
        {
            if (CellParser.Parse(schema.Fields[ordinal], parser[ordinal], out person.Cells[ordinal]) is { } reason)
                return reason;
        }

        return person[schema.IdOrdinal].Text switch
        {
            null => "l’identifiant manque",
            { Length: > LongestId } => $"l’identifiant dépasse {LongestId} caractères",
            _ => null,
        };
    }

    private static bool ReadRow(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (Exception error) when (error is MaxFieldSizeException or InvalidDataException)
        {
            throw new InvalidDatamartException($"Le fichier est illisible à la ligne {parser.Row} : {(error is MaxFieldSizeException ? "une colonne est sans fin" : "sa compression est abîmée")}.");
        }
    }

    private void CheckHeader(CsvParser parser)
    {
        var expected = schema.Fields.Select(field => field.Name);
        if (!ReadRow(parser) || parser.Record is not { } header || !header.SequenceEqual(expected))
            throw new InvalidDatamartException($"L’en-tête du fichier n’est pas celui de schema.json ({string.Join(',', expected)}).");
    }
}
