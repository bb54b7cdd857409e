using Microsoft.Extensions.Options;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class SignedPathsTests
{
    private const string Path = "/api/calendars/essai-2027/feeds/CPAM-80.ics";

    private readonly FakeClock clock = new(Some.Now);

    [Fact]
    public void Opens_TokenOfThatPath_UntilItExpires()
    {
        var token = Paths().Sign(Path, Some.Now.AddDays(1));

        Assert.True(Paths().Opens(Path, token));
        Assert.False(Paths().Opens(Path + "x", token));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.False(Paths().Opens(Path, token));
    }

    [Fact]
    public void Opens_KeyThatIsNoLongerCurrent_StillDoesUntilItIsTakenAway()
    {
        var token = Paths().Sign(Path, Some.Now.AddDays(1));

        Assert.True(Paths(SomeLinks.Options("b", "a", "b")).Opens(Path, token));
        Assert.False(Paths(SomeLinks.Options("b")).Opens(Path, token));
    }

    [Fact]
    public void Opens_AnyCharacterChanged_Refuses()
    {
        var token = Paths().Sign(Path, Some.Now.AddDays(1));

        // The last character holds bits that no octet needs, and that a strict decoder refuses.
        Assert.All(Enumerable.Range(0, token.Length), i =>
            Assert.False(Paths().Opens(Path, token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]), $"at {i}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a!")]
    [InlineData("zAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Opens_NoToken_Refuses(string token) => Assert.False(Paths().Opens(Path, token));

    // One set of keys signs both: neither can stand for the other.
    [Fact]
    public void Opens_TokenOfAMessageLink_Refuses() =>
        Assert.False(Paths().Opens(Path, SomeLinks.Signer().Sign(new MessageLink(1, 2, 3, 4))));

    private SignedPaths Paths(LinkOptions? options = null) => new(Options.Create(options ?? SomeLinks.Options()), new Clocks(clock, clock));
}
