using System.Globalization;
using FsCheck.Fluent;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Criteria;

public sealed class AgeTests
{
    [Theory]
    [InlineData("1985-03-12", "2027-03-11", 41)]
    [InlineData("1985-03-12", "2027-03-12", 42)]
    [InlineData("1985-03-12", "2027-03-13", 42)]
    [InlineData("1985-12-31", "2027-01-01", 41)]
    [InlineData("2027-04-27", "2027-04-27", 0)]
    [InlineData("2027-04-28", "2027-04-27", -1)]
    [InlineData("1927-04-27", "2027-04-27", 100)]
    public void At_AroundTheBirthday_CountsCompletedYears(string birth, string reference, int age) => Assert.Equal(age, At(birth, reference));

    // Born on a 29 February, one has completed a year when that day is over: the first day of March in a common year.
    [Theory]
    [InlineData("2004-02-29", "2027-02-28", 22)]
    [InlineData("2004-02-29", "2027-03-01", 23)]
    [InlineData("2004-02-29", "2028-02-28", 23)]
    [InlineData("2004-02-29", "2028-02-29", 24)]
    [InlineData("2012-02-29", "2030-02-28", 17)]
    [InlineData("2012-02-29", "2030-03-01", 18)]
    public void At_BornOnThe29OfFebruary_GrowsOlderOnTheFirstOfMarch(string birth, string reference, int age) => Assert.Equal(age, At(birth, reference));

    [Fact]
    public void At_NoDateOfBirth_IsMissing() => Assert.True(Age.At(Cell.Missing, new DateOnly(2027, 4, 27)).IsMissing);

    [Fact]
    public void At_AnyTwoDays_IsTheNumberOfBirthdaysPassed() => Property.Holds(
        from birth in Gen.Choose(0, 36_000)
        from lived in Gen.Choose(0, 40_000)
        select (Birth: new DateOnly(1925, 1, 1).AddDays(birth), Lived: lived),
        sample =>
        {
            var reference = sample.Birth.AddDays(sample.Lived);
            var birthdays = Enumerable.Range(1, 120).Count(years => Anniversary.DayNumber(sample.Birth, years) <= reference.DayNumber);
            return Age.At(new Cell("", sample.Birth.DayNumber), reference).Number == birthdays;
        });

    private static double At(string birth, string reference) =>
        Age.At(new Cell(birth, Day(birth).DayNumber), Day(reference)).Number;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
