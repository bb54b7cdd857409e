using System.Globalization;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>Companies, each with the person who reads its letters; most of them are small.</summary>
internal static class SyntheticEmployers
{
    private static readonly string[] Trades =
        ["Ateliers", "Boulangerie", "Bâtiment", "Cabinet", "Garage", "Imprimerie", "Jardins", "Menuiserie", "Restaurant", "Transports"];

    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(PopulationSchema.Id, FieldKind.Text),
        new("raison_sociale", FieldKind.Text),
        new("effectif", FieldKind.Number),
        new("prenom", FieldKind.Text),
        new("nom", FieldKind.Text),
        new(PopulationSchema.Email, FieldKind.Text),
    ];

    public static IEnumerable<string[]> Rows(Caisse caisse, SyntheticDraws draws, DateOnly date, int count)
    {
        var random = draws.First;
        for (var n = 0; n < count; n++)
        {
            var person = SyntheticPerson.Draw(random);
            var employees = 1 + (int)(400 * Math.Pow(random.NextDouble(), 5));
            yield return
            [
                $"ENT-{caisse.Id}-{n + 1:00000}",
                $"{Trades[random.Next(Trades.Length)]} {person.LastName}",
                employees.ToString(CultureInfo.InvariantCulture),
                person.FirstName,
                person.LastName,
                random.NextDouble() < 0.92 ? person.Email : "",
            ];
        }
    }
}
