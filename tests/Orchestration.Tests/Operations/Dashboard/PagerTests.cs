using Orchestration.Operations.Dashboard;

namespace Orchestration.Tests.Operations.Dashboard;

public sealed class PagerTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("2", 2)]
    [InlineData("3", 3)]
    [InlineData("4", 3)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("deux", 1)]
    [InlineData("99999999999", 1)]
    public void Of_WhatAnAddressSays_IsAPageThatExists(string? asked, int expected) => Assert.Equal(expected, Pager.Of(asked, 101, 50).Number);

    [Fact]
    public void Take_EveryPage_GivesEveryItemOnce()
    {
        var items = Enumerable.Range(0, 101).ToArray();

        Assert.Equal(items, Enumerable.Range(1, 3).SelectMany(page => Pager.Of($"{page}", items.Length, 50).Take(items)));
    }

    [Fact]
    public void Take_NoItems_IsOneEmptyPage() => Assert.Empty(Pager.Of("2", 0, 50).Take(Array.Empty<int>()));
}
