using System.Globalization;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>Insured people: of every age, two in three with an e-mail address, one in five with a mobile only (domain.md D).</summary>
internal static class SyntheticInsured
{
    private const double HasEmail = 0.65;
    private const double HasMobileOnly = 0.20;
    private const int OldestAge = 100;

    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(PopulationSchema.Id, FieldKind.Text),
        new("prenom", FieldKind.Text),
        new("nom", FieldKind.Text),
        new(PopulationSchema.Birth, FieldKind.Date),
        new("sexe", FieldKind.Text),
        new(PopulationSchema.Email, FieldKind.Text),
        new(PopulationSchema.Mobile, FieldKind.Text),
        new("ald", FieldKind.Boolean),
        new("compte_ameli", FieldKind.Boolean),
        new("medecin_traitant", FieldKind.Procedure),
        new("carte_vitale", FieldKind.Procedure),
        new("vaccin_ror", FieldKind.Procedure),
        new("vaccin_grippe", FieldKind.Procedure),
        .. SyntheticSituation.Fields,
    ];

    public static IEnumerable<string[]> Rows(Caisse caisse, SyntheticDraws draws, DateOnly date, int count)
    {
        var random = draws.First;
        for (var n = 0; n < count; n++)
        {
            var person = SyntheticPerson.Draw(random);
            var age = (int)(OldestAge * Math.Pow(random.NextDouble(), 1.25));
            var birth = date.AddYears(-age).AddDays(-random.Next(365));
            var contact = random.NextDouble();
            var email = contact < HasEmail ? person.Email : "";
            var mobile = contact < HasEmail + HasMobileOnly && (email.Length == 0 || random.NextDouble() < 0.8) ? Mobile(caisse, random) : "";
            yield return
            [
                $"{caisse.Id}-{n + 1:000000}",
                person.FirstName,
                person.LastName,
                birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                person.Sex,
                email,
                mobile,
                SyntheticCells.Boolean(random.NextDouble() < (age >= 65 ? 0.45 : 0.10)),
                SyntheticCells.Boolean(email.Length > 0 && random.NextDouble() < 0.8),
                SyntheticCells.Procedure(random, age < 16 ? 0.3 : 0.88),
                SyntheticCells.Procedure(random, 0.7),
                SyntheticCells.Procedure(random, birth.Year < 1980 ? 0.2 : 0.72),
                SyntheticCells.Procedure(random, age >= 65 ? 0.52 : 0.15),
                .. SyntheticSituation.Cells(draws.Later, date, age, person.Sex == "F", email.Length > 0),
            ];
        }
    }

    /// <summary>A number of the territory's range, as E.164.</summary>
    private static string Mobile(Caisse caisse, Random random)
    {
        var prefix = caisse.MobilePrefixes[random.Next(caisse.MobilePrefixes.Count)];
        var start = prefix switch { "+336" => prefix + "1", "+337" => prefix + "5", _ => prefix };
        var length = (start.StartsWith("+33", StringComparison.Ordinal) ? "+33".Length : "+262".Length) + 9;
        return start + string.Concat(Enumerable.Range(0, length - start.Length).Select(_ => (char)('0' + random.Next(10))));
    }
}
