using Orchestration.Storage;

namespace Orchestration.Tests.Storage;

public sealed class RecentBlobsTests
{
    [Fact]
    public void TryGet_Kept_IsThatVeryValue()
    {
        var recent = new RecentBlobs(100);
        recent.Keep("a", "un", 10);

        Assert.True(recent.TryGet<string>("a", out var value));
        Assert.Equal("un", value);
        Assert.False(recent.TryGet<string>("b", out _));
    }

    [Fact]
    public void Keep_MoreThanThereIsRoomFor_ForgetsWhatCameFirst()
    {
        var recent = new RecentBlobs(100);
        for (var number = 1; number <= 12; number++)
            recent.Keep($"{number}", "x", 10);

        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Enumerable.Range(1, 12).Where(number => recent.TryGet<string>($"{number}", out _)));
    }

    [Fact]
    public void Keep_TheSameNameAgain_TakesItsRoomOnce()
    {
        var recent = new RecentBlobs(100);
        recent.Keep("a", "un", 10);
        for (var times = 0; times < 50; times++)
            recent.Keep("b", $"{times}", 10);

        Assert.True(recent.TryGet<string>("a", out _));
        Assert.True(recent.TryGet<string>("b", out var last));
        Assert.Equal("49", last);
    }

    [Fact]
    public void Keep_TooLarge_IsNotKept()
    {
        var recent = new RecentBlobs(100);
        recent.Keep("a", "un", 11);

        Assert.False(recent.TryGet<string>("a", out _));
    }
}
