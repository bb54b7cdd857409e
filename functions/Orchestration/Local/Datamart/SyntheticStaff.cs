using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>The people who work for the caisses: all of them have an address.</summary>
internal static class SyntheticStaff
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
            yield return [$"AG-{caisse.Id}-{n + 1:00000}", person.FirstName, person.LastName, person.Email];
        }
    }
}
