using System.Globalization;
using FsCheck.Fluent;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Criteria;

public sealed class DateFunctionsTests
{
    [Theory]
    [InlineData("jours_depuis(naissance) == 0", "2027-04-27", "2027-04-27", Truth.True)]
    [InlineData("jours_depuis(naissance) == 15", "2027-04-12", "2027-04-27", Truth.True)]
    [InlineData("jours_depuis(naissance) == -30", "2027-05-27", "2027-04-27", Truth.True)]
    [InlineData("jours_depuis(naissance) < 0", "2027-04-26", "2027-04-27", Truth.False)]
    [InlineData("jours_depuis(naissance, 18) == 0", "2009-07-14", "2027-07-14", Truth.True)]
    [InlineData("jours_depuis(naissance, 18) == 0", "2009-07-14", "2027-07-13", Truth.False)]
    [InlineData("jours_depuis(naissance, 18) == -1", "2009-07-14", "2027-07-13", Truth.True)]
    [InlineData("7 == jours_depuis(naissance, 18)", "2009-07-14", "2027-07-21", Truth.True)]
    [InlineData("jours_depuis(naissance, 18) in [0, 30, 60]", "2009-07-14", "2027-08-13", Truth.True)]
    [InlineData("mois_de(naissance)", "1985-04-01", "2027-04-30", Truth.True)]
    [InlineData("mois_de(naissance)", "1985-03-31", "2027-04-01", Truth.False)]
    [InlineData("!mois_de(naissance) && jours_depuis(naissance) > 365", "1985-03-31", "2027-04-01", Truth.True)]
    public void Evaluate_AroundADate_CountsWholeDays(string criterion, string birth, string reference, Truth expected) =>
        Assert.Equal(expected, Parse(criterion).Evaluate(Born(birth), Day(reference)));

    // Nobody is of age before having completed eighteen years: on 28 February of a common year, whoever was born on a 29th has not.
    [Theory]
    [InlineData("2012-02-29", "2030-03-01")]
    [InlineData("2012-02-28", "2030-02-28")]
    [InlineData("2012-03-01", "2030-03-01")]
    public void Evaluate_EighteenthBirthday_IsTheFirstDayOfTheAge(string birth, string day)
    {
        var today = Parse("jours_depuis(naissance, 18) == 0 && age == 18");
        var person = Born(birth);

        Assert.Equal([Day(day)], Enumerable.Range(0, 365).Select(Day("2030-01-01").AddDays).Where(date => today.Selects(person, date)));
    }

    [Theory]
    [InlineData("jours_depuis(naissance) == 0")]
    [InlineData("jours_depuis(naissance, 18) != 0")]
    [InlineData("jours_depuis(naissance) in [1, 2]")]
    [InlineData("mois_de(naissance)")]
    [InlineData("!mois_de(naissance)")]
    public void Evaluate_NoDate_IsUnknown(string criterion) =>
        Assert.Equal(Truth.Unknown, Parse(criterion).Evaluate(SomeDatamart.Person(), Day("2027-04-27")));

    [Fact]
    public void Evaluate_AnniversaryBeyondTheCalendar_IsUnknown() =>
        Assert.Equal(Truth.Unknown, Parse("jours_depuis(naissance, 18) < 0").Evaluate(Born("9999-12-31"), Day("2027-04-27")));

    [Theory]
    [InlineData("jours_depuis(naissance, 18) == 0", true)]
    [InlineData("compte_ameli && jours_depuis(naissance, 18) == 7", true)]
    [InlineData("jours_depuis(naissance) in [-30, 15] && sexe == \"F\"", true)]
    [InlineData("jours_depuis(naissance) == 1 || jours_depuis(naissance) == 2", true)]
    [InlineData("jours_depuis(naissance) == 1 || sexe == \"F\"", false)]
    [InlineData("jours_depuis(naissance) >= 1", false)]
    [InlineData("!(jours_depuis(naissance) == 1)", false)]
    [InlineData("mois_de(naissance)", false)]
    [InlineData("age == 18", false)]
    public void HasItsDay_OnlyWhenAFewDaysAreLeft(string criterion, bool expected) => Assert.Equal(expected, Parse(criterion).HasItsDay);

    [Theory]
    [InlineData("jours_depuis(naissance, 18) == 0 && sexe == \"F\"")]
    [InlineData("jours_depuis(naissance, 18) in [0, 0, 30, -3]")]
    [InlineData("jours_depuis(naissance, 18) == 0 || jours_depuis(naissance, 18) == 30")]
    [InlineData("jours_depuis(naissance, 18) == 0 && jours_depuis(naissance, 18) in [0, 1]")]
    [InlineData("mois_de(naissance) && age >= 18")]
    [InlineData("sexe == \"M\"")]
    public void DaysOf_AnySpan_AreThoseOnWhichItSelects(string criterion) => Property.Holds(
        from birth in Gen.Choose(0, 400)
        from first in Gen.Choose(-60, 60)
        from length in Gen.Choose(0, 60)
        select (Birth: new DateOnly(2009, 1, 1).AddDays(birth), First: new DateOnly(2027, 7, 1).AddDays(first), Length: length),
        sample =>
        {
            var parsed = Parse(criterion);
            var person = SomeDatamart.Person(("naissance", sample.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("sexe", "F"));
            var days = Enumerable.Range(0, sample.Length + 1).Select(sample.First.AddDays).ToArray();
            return parsed.DaysOf(person, sample.First, days[^1]).Order().SequenceEqual(days.Where(day => parsed.Selects(person, day)));
        });

    private static Criterion Parse(string text) => Criterion.Parse(text, SomeDatamart.Insured).Require();

    private static Person Born(string birth) => SomeDatamart.Person(("naissance", birth));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
