using Orchestration.Audience.Criteria;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Criteria;

public sealed class CriterionTests
{
    private static readonly DateOnly Reference = new(2027, 4, 27);

    [Theory]
    [InlineData("enfants == 2", Truth.True)]
    [InlineData("enfants != 2", Truth.False)]
    [InlineData("enfants < 2", Truth.False)]
    [InlineData("enfants <= 2", Truth.True)]
    [InlineData("enfants > 1.5", Truth.True)]
    [InlineData("enfants >= 3", Truth.False)]
    [InlineData("enfants > -1", Truth.True)]
    [InlineData("2 == enfants", Truth.True)]
    [InlineData("3 < enfants", Truth.False)]
    [InlineData("sexe == \"F\"", Truth.True)]
    [InlineData("sexe == 'f'", Truth.False)]
    [InlineData("sexe != \"M\"", Truth.True)]
    [InlineData("naissance == \"1985-03-12\"", Truth.True)]
    [InlineData("naissance < \"1985-03-12\"", Truth.False)]
    [InlineData("\"1985-03-11\" < naissance", Truth.True)]
    [InlineData("naissance >= \"1985-03-13\"", Truth.False)]
    [InlineData("naissance in [\"1985-03-12\", \"1990-01-01\"]", Truth.True)]
    [InlineData("prenom in [\"Zoé\", \"Noé\"]", Truth.True)]
    [InlineData("prenom in [\"Noé\"]", Truth.False)]
    [InlineData("enfants in [0, 2.0]", Truth.True)]
    [InlineData("age == 42", Truth.True)]
    [InlineData("age in [41, 43]", Truth.False)]
    [InlineData("compte_ameli", Truth.True)]
    [InlineData("!compte_ameli", Truth.False)]
    [InlineData("medecin_traitant.fait", Truth.True)]
    [InlineData("medecin_traitant.non_fait", Truth.False)]
    [InlineData("medecin_traitant.inconnu", Truth.False)]
    [InlineData("true", Truth.True)]
    [InlineData("false", Truth.False)]
    [InlineData("(age < 18 || sexe == \"F\") && !(enfants == 0)", Truth.True)]
    [InlineData("age < 18 || sexe == \"F\" && enfants == 0", Truth.False)]
    public void Evaluate_EveryValueKnown_ComparesAsWritten(string criterion, Truth expected) =>
        Assert.Equal(expected, Parse(criterion).Evaluate(Zoe(), Reference));

    [Theory]
    [InlineData("enfants == 2")]
    [InlineData("enfants != 2")]
    [InlineData("enfants < 2")]
    [InlineData("enfants <= 2")]
    [InlineData("enfants > 2")]
    [InlineData("enfants >= 2")]
    [InlineData("2 > enfants")]
    [InlineData("enfants == enfants")]
    [InlineData("sexe == \"F\"")]
    [InlineData("sexe != \"F\"")]
    [InlineData("naissance < \"2000-01-01\"")]
    [InlineData("\"2000-01-01\" <= naissance")]
    [InlineData("age >= 0")]
    [InlineData("age < 0")]
    [InlineData("prenom in [\"Zoé\"]")]
    [InlineData("compte_ameli")]
    [InlineData("!compte_ameli")]
    [InlineData("!(enfants == 2)")]
    [InlineData("enfants == 2 && true")]
    [InlineData("enfants == 2 || false")]
    [InlineData("enfants == 2 || sexe == \"F\"")]
    public void Evaluate_ValueMissing_IsUnknown(string criterion)
    {
        var parsed = Parse(criterion);

        Assert.Equal(Truth.Unknown, parsed.Evaluate(SomeDatamart.Person(), Reference));
        Assert.False(parsed.Selects(SomeDatamart.Person(), Reference));
    }

    [Theory]
    [InlineData("enfants == 2 && false", Truth.False)]
    [InlineData("false && enfants == 2", Truth.False)]
    [InlineData("enfants == 2 || true", Truth.True)]
    [InlineData("true || enfants == 2", Truth.True)]
    [InlineData("!(enfants == 2 && false)", Truth.True)]
    public void Evaluate_OtherSideDecides_TheMissingValueDoesNotMatter(string criterion, Truth expected) =>
        Assert.Equal(expected, Parse(criterion).Evaluate(SomeDatamart.Person(), Reference));

    [Theory]
    [InlineData("", "inconnu")]
    [InlineData("inconnu", "inconnu")]
    [InlineData("fait", "fait")]
    [InlineData("non_fait", "non_fait")]
    public void Evaluate_Procedure_IsInExactlyOneState(string cell, string state)
    {
        var person = SomeDatamart.Person(("medecin_traitant", cell));

        var states = new[] { "fait", "non_fait", "inconnu" }.Where(one => Parse($"medecin_traitant.{one}").Selects(person, Reference));

        Assert.Equal([state], states);
    }

    [Fact]
    public void Evaluate_ListWithAMissingOperand_IsUnknownHoweverLong() =>
        Assert.Equal(Truth.Unknown, Parse("prenom in [\"a\", \"b\", \"c\"] || enfants in [1, 2]").Evaluate(SomeDatamart.Person(), Reference));

    [Fact]
    public void Evaluate_SameInstanceOverManyPeople_KeepsNothingOfThem()
    {
        var criterion = Parse("age >= 18 && sexe == \"F\"");

        Assert.True(criterion.Selects(Zoe(), Reference));
        Assert.False(criterion.Selects(SomeDatamart.Person(("sexe", "F"), ("naissance", "2020-01-01")), Reference));
        Assert.True(criterion.Selects(Zoe(), Reference));
    }

    private static Criterion Parse(string text) => Criterion.Parse(text, SomeDatamart.Insured).Require();

    private static Orchestration.Audience.Datamart.Person Zoe() => SomeDatamart.Person(
        ("prenom", "Zoé"), ("naissance", "1985-03-12"), ("sexe", "F"), ("enfants", "2"), ("compte_ameli", "true"), ("medecin_traitant", "fait"));
}
