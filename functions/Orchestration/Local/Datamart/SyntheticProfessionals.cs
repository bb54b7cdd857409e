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
    ];

    public static IEnumerable<string[]> Rows(Caisse caisse, Random random, DateOnly date, int count)
    {
        for (var n = 0; n < count; n++)
        {
            var person = SyntheticPerson.Draw(random);
            var hasEmail = random.NextDouble() < 0.9;
            yield return
            [
                $"PS-{caisse.Id}-{n + 1:00000}",
                person.FirstName,
                person.LastName,
                Profession(random),
                hasEmail ? person.Email : "",
                hasEmail && random.NextDouble() < 0.85 ? "true" : "false",
            ];
        }
    }

    private static string Profession(Random random)
    {
        var draw = random.Next(Professions.Sum(profession => profession.Weight));
        return Professions.First(profession => (draw -= profession.Weight) < 0).Profession;
    }
}
