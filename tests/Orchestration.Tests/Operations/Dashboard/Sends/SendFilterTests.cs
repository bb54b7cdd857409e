using Orchestration.Campaigns;
using Orchestration.Operations.Dashboard.Sends;

namespace Orchestration.Tests.Operations.Dashboard.Sends;

public sealed class SendFilterTests
{
    [Fact]
    public void Query_EveryFilter_ReadsBackAsItIs()
    {
        var filter = new SendFilter(
            "grippe & « rappel »", CampaignType.ReadyMade, "ror", "CPAM-59-FL", BoardState.Paused, true, new DateOnly(2027, 1, 2), new DateOnly(2027, 3, 4));

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(filter.Query());

        Assert.Equal(filter, SendFilter.Read(name => query.TryGetValue(name, out var value) ? value.ToString() : null));
        Assert.Equal(filter, SendFilter.Read(filter.Fields().ToDictionary(field => field.Name, field => field.Value).GetValueOrDefault));
    }

    [Fact]
    public void Read_NothingOrNonsense_IsNoFilter()
    {
        Assert.True(SendFilter.Read(_ => null).IsEmpty);
        Assert.True(SendFilter.Read(_ => " ").IsEmpty);
        Assert.Equal(new SendFilter("99", null, "99", "99", null, true, null, null), SendFilter.Read(_ => "99"));
        Assert.Equal(200, SendFilter.Read(_ => new string('a', 100_000)).Text!.Length);
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 10, "0")]
    [InlineData(10, 10, "100")]
    [InlineData(1, 100_000, "0,1")]
    [InlineData(99_999, 100_000, "99,9")]
    [InlineData(1, 3, "33,3")]
    public void Percent_WhatIsNotWhole_IsNeverShownAsWhole(int part, int whole, string expected) =>
        Assert.StartsWith(expected, ProgressText.Percent(part, whole), StringComparison.Ordinal);
}
