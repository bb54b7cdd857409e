using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Caisses.Custom;
using Orchestration.Calendars;
using Orchestration.Local.Datamart;

namespace Orchestration.Tests.Caisses.Custom;

public sealed class AudienceRulesTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("age >= 18 && age < 26")]
    [InlineData("sexe == 'F' && !compte_ameli && carte_vitale.non_fait")]
    [InlineData("jours_depuis(naissance_enfant) < 30 || c2s_eligible")]
    [InlineData("mois_de(naissance) && sexe in ['F', 'M']")]
    public void Problems_OpenFields_AreNone(string criterion) => Assert.Empty(Problems(criterion));

    [Theory]
    [InlineData("ald", 0, 3)]
    [InlineData("age >= 18 && ald", 13, 3)]
    [InlineData("!(age < 3) && (sexe == 'F' || vaccin_grippe.non_fait)", 30, 22)]
    [InlineData("depistage_sein.inconnu", 0, 22)]
    [InlineData("jours_depuis(terme) > 3", 13, 5)]
    [InlineData("nom == 'Martin'", 0, 3)]
    [InlineData("id in ['CPAM-75-1']", 0, 2)]
    [InlineData("email == 'a@b.fr'", 0, 5)]
    public void Problems_HealthOrIdentity_IsRefusedAtItsPlace(string criterion, int offset, int length)
    {
        var problem = Assert.Single(Problems(criterion));

        Assert.Equal((offset, length), (problem.Offset, problem.Length));
        Assert.Contains("n’est pas ouvert aux caisses", problem.What, StringComparison.Ordinal);
        Assert.Contains("carte_vitale", problem.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("profession", problem.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("age >=")]
    [InlineData("couleur == 'bleu'")]
    [InlineData("age")]
    public void Problems_FaultyCriterion_AreTold(string criterion) => Assert.NotEmpty(Problems(criterion));

    [Fact]
    public void Problems_SeveralFields_AreToldInOrder() => Assert.Equal([0, 7, 18], Problems("ald || couleur || vaccin_ror.fait").Select(problem => problem.Offset));

    [Fact]
    public void UsualAudienceFields_OfTheDatamart_SayNothingOfHealth()
    {
        var schema = SyntheticDatamart.Schema.Find(Population.Insured)!;
        string[] health =
        [
            "ald", "vaccin_ror", "vaccin_grippe", "vaccin_grippe_precedent", "examen_dentaire", "depistage_colorectal", "depistage_sein", "depistage_col",
            "suivi_maternite", "declaration_grossesse", "terme", "examen_dentaire_enfant", "vaccin_ror_enfant", "id", "prenom", "nom", "email", "mobile",
        ];

        Assert.All(health, name => Assert.NotNull(schema.Ordinal(name)));
        Assert.Empty(CaisseOptions.UsualAudienceFields.Intersect(health));
    }

    private static IReadOnlyList<CriterionProblem> Problems(string criterion) => AudienceRules.Problems(
        criterion, SyntheticDatamart.Schema.Find(Population.Insured)!, new CaisseOptions().OpenFields);
}
