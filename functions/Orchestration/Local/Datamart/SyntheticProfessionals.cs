using System.Globalization;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>Health professionals in private practice, by profession in the proportions of domain.md A8.</summary>
internal static class SyntheticProfessionals
{
    /// <summary>Thousands of each profession.</summary>
    private static readonly (string Profession, int Weight)[] Professions =
    [
        ("medecin_generaliste", 52), ("medecin_specialiste", 58), ("chirurgien_dentiste", 36), ("sage_femme", 8),
        ("infirmier", 100), ("masseur_kinesitherapeute", 76), ("pharmacien", 54),
    ];

    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(PopulationSchema.Id, FieldKind.Text),
        new("prenom", FieldKind.Text),
        new("nom", FieldKind.Text),
        new("profession", FieldKind.Text),
        new(PopulationSchema.Email, FieldKind.Text),
        new("email_amelipro", FieldKind.Boolean),
        new("visite_dam", FieldKind.Date),
    ];

    public static IEnumerable<string[]> Rows(Caisse caisse, SyntheticDraws draws, DateOnly date, int count)
    {
        var random = draws.First;
        for (var n = 0; n < count; n++)
        {
            var person = SyntheticPerson.Draw(random);
            var hasEmail = random.NextDouble() < 0.9;
            var profession = Profession(random);
            yield return
            [
                $"PS-{caisse.Id}-{n + 1:00000}",
                person.FirstName,
                person.LastName,
                profession,
                hasEmail ? person.Email : "",
                hasEmail && random.NextDouble() < 0.85 ? "true" : "false",
                Visit(draws.Later, date, profession),
            ];
        }
    }

    /// <summary>The day of a visit by a delegate (DAM) on antibiotics: two general practitioners in three have one within the year ahead.</summary>
    private static string Visit(Random random, DateOnly date, string profession)
    {
        var (draw, day) = (random.NextDouble(), date.AddDays(random.Next(365)));
        return profession == "medecin_generaliste" && draw < 2.0 / 3 ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
    }

    private static string Profession(Random random)
    {
        var draw = random.Next(Professions.Sum(profession => profession.Weight));
        return Professions.First(profession => (draw -= profession.Weight) < 0).Profession;
    }
}
