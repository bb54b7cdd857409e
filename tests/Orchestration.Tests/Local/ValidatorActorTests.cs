using System.Globalization;
using Orchestration.Local.Demo;

namespace Orchestration.Tests.Local;

public sealed class ValidatorActorTests
{
    // A demo that is killed while its validator grants goes on at seven o'clock sharp; the rest is granted then, not a day later.
    [Theory]
    [InlineData("2027-03-22T08:00:00Z", "2027-03-23T07:00:00Z")]
    [InlineData("2027-03-23T06:59:59Z", "2027-03-23T07:00:00Z")]
    [InlineData("2027-03-23T07:00:00Z", "2027-03-23T07:00:00Z")]
    [InlineData("2027-03-23T07:00:00.0000001Z", "2027-03-24T07:00:00Z")]
    public void MorningFrom_Moment_IsTheNextArrivalOrThisOne(string moment, string morning) =>
        Assert.Equal(DateTimeOffset.Parse(morning, CultureInfo.InvariantCulture), ValidatorActor.MorningFrom(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
}
