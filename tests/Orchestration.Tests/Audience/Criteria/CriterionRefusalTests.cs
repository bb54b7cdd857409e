using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Criteria;

public sealed class CriterionRefusalTests
{
    // The piece of the criterion that is wrong stands between two marks.
    [Theory]
    [InlineData("«enfants»", "« enfants » n’est pas une condition")]
    [InlineData("true && «sexe»", "« sexe » n’est pas une condition")]
    [InlineData("«age»", "« age » n’est pas une condition")]
    [InlineData("«42»", "ce n’est pas une condition")]
    [InlineData("«\"F\"»", "ce n’est pas une condition")]
    [InlineData("«-enfants»", "ce n’est pas une condition")]
    [InlineData("«medecin_traitant»", "une démarche a trois états")]
    [InlineData("!«medecin_traitant.peut_etre»", "une démarche a trois états")]
    [InlineData("«taille» > 2", "ce public n’a pas de champ « taille »")]
    [InlineData("compte_ameli && «adresse.ville» == \"Lyon\"", "ce public n’a pas de champ « adresse »")]
    [InlineData("«enfants.ages» == 2", "« enfants » n’a pas de membre")]
    [InlineData("«compte_ameli» == 1", "« compte_ameli » est déjà une condition et ne se compare pas")]
    [InlineData("«medecin_traitant.fait» == 1", "« medecin_traitant » est déjà une condition et ne se compare pas")]
    [InlineData("«sexe < \"M\"»", "deux textes ne s’ordonnent pas")]
    [InlineData("«sexe == 1»", "un texte ne se compare pas à un nombre")]
    [InlineData("«enfants == \"2\"»", "un nombre ne se compare pas à un texte")]
    [InlineData("«naissance > 1980»", "un jour ne se compare pas à un nombre")]
    [InlineData("«naissance == prenom»", "un jour ne se compare pas à un texte")]
    [InlineData("naissance > «\"31/12/1980\"»", "« 31/12/1980 » n’est pas une date")]
    [InlineData("naissance == «\"1981-02-29\"»", "« 1981-02-29 » n’est pas une date")]
    [InlineData("naissance == «\"\"»", "«  » n’est pas une date")]
    [InlineData("«\"hier\"» <= naissance", "« hier » n’est pas une date")]
    [InlineData("enfants == «null»", "« null » ne se compare pas")]
    [InlineData("enfants == «enfants + 1»", "cette expression ne se compare pas")]
    [InlineData("sexe == «true»", "cette expression ne se compare pas")]
    [InlineData("«prenom in []»", "la liste est vide")]
    [InlineData("prenom in [\"Zoé\", «2»]", "un texte ne se compare pas à un nombre")]
    [InlineData("age in [18, «\"vingt\"»]", "un nombre ne se compare pas à un texte")]
    [InlineData("«jours_depuis(naissance)»", "« jours_depuis » n’est pas une condition")]
    [InlineData("«jours_depuis» == 0", "« jours_depuis » est une fonction")]
    [InlineData("jours_depuis(«enfants») == 0", "« enfants » n’est pas un champ de date de ce public")]
    [InlineData("jours_depuis(«grossesse») == 0", "« grossesse » n’est pas un champ de date de ce public")]
    [InlineData("jours_depuis(«\"1985-03-12\"») == 0", "ce n’est pas un champ de date")]
    [InlineData("jours_depuis(naissance, «\"18\"») == 0", "ce n’est pas un nombre d’années")]
    [InlineData("jours_depuis(naissance, «18.5») == 0", "ce n’est pas un nombre d’années")]
    [InlineData("jours_depuis(naissance, «-1») == 0", "ce n’est pas un nombre d’années")]
    [InlineData("jours_depuis(naissance, «151») == 0", "ce n’est pas un nombre d’années")]
    [InlineData("«jours_depuis(naissance, 1, 2)» == 0", "« jours_depuis » prend une date")]
    [InlineData("«jours_depuis(naissance) == \"0\"»", "un nombre ne se compare pas à un texte")]
    [InlineData("«mois_de(naissance)» == 3", "« mois_de » est déjà une condition et ne se compare pas")]
    [InlineData("«mois_de(naissance, 1)»", "« mois_de » prend une date")]
    [InlineData("sexe == \"F\" && «jour_depuis»(naissance) == 0", "il n’y a pas de fonction « jour_depuis »")]
    [InlineData("«string.upcase»(prenom) == \"ZOÉ\"", "il n’y a pas de fonction « string.upcase »")]
    [InlineData("sexe == \"F\" &&\n«taille» > 2", "ce public n’a pas de champ « taille »")]
    public void Parse_Fault_IsNamedAtItsPlace(string marked, string what)
    {
        var (text, offset, length) = Unmark(marked);

        var reading = Criterion.Parse(text, SomeDatamart.Insured);

        Assert.Null(reading.Criterion);
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith(what, problem.What, StringComparison.Ordinal);
        Assert.Equal((offset, length), (problem.Offset, problem.Length));
        Assert.NotEmpty(problem.Mend);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("age >", 5)]
    [InlineData("age >= 18 &&\nsexe = \"F\"", 18)]
    [InlineData("(age > 3", 0)]
    [InlineData("age > 3)", 7)]
    [InlineData("prenom in [\"a\"", 10)]
    public void Parse_NotAnExpression_SaysWhere(string text, int offset)
    {
        var problems = Criterion.Parse(text, SomeDatamart.Insured).Problems;

        Assert.Equal(offset, Assert.Single(problems).Offset);
    }

    [Fact]
    public void Parse_SeveralFaults_NamesThemAll()
    {
        var problems = Criterion.Parse("taille > 1 || poids > 2 && sexe == 3", SomeDatamart.Insured).Problems;

        Assert.Equal([0, 14, 27], problems.Select(problem => problem.Offset));
    }

    [Fact]
    public void Parse_NearName_IsSuggested() =>
        Assert.Equal("vouliez-vous dire « naissance » ?", Assert.Single(Criterion.Parse("naisance > \"1980-01-01\"", SomeDatamart.Insured).Problems).Mend);

    [Fact]
    public void Parse_AgeWithoutADateOfBirth_IsRefused()
    {
        var staff = new PopulationSchema([new("id", FieldKind.Text), new("email", FieldKind.Text)]);

        Assert.StartsWith("ce public n’a pas de champ « age »", Assert.Single(Criterion.Parse("age > 18", staff).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_WithProblems_SaysThem()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Criterion.Parse("taille > 1", SomeDatamart.Insured).Require());

        Assert.Contains("taille", error.Message, StringComparison.Ordinal);
    }

    private static (string Text, int Offset, int Length) Unmark(string marked)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var end = marked.LastIndexOf('»');
        return (marked.Remove(end, 1).Remove(start, 1), start, end - start - 1);
    }
}
