using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>The communication officers of the network: 577 over all caisses (domain.md A6, row 100).</summary>
internal static class SyntheticRelays
{
    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(PopulationSchema.Id, FieldKind.Text),
        new("prenom", FieldKind.Text),
        new("nom", FieldKind.Text),
        new(PopulationSchema.Email, FieldKind.Text),
    ];

    public static IEnumerable<string[]> Rows(Caisse caisse, SyntheticDraws draws, DateOnly date, int count)
    {
        for (var n = 0; n < count; n++)
        {
            var person = SyntheticPerson.Draw(draws.First);
            yield return [$"COM-{caisse.Id}-{n + 1:000}", person.FirstName, person.LastName, person.Email];
        }
    }
}
