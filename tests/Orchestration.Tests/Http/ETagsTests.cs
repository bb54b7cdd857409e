using Orchestration.Http;

namespace Orchestration.Tests.Http;

public sealed class ETagsTests
{
    [Fact]
    public async Task JsonWithETag_TheSameBody_HasTheSameStrongTag()
    {
        var (first, again, other) = (await AskAsync("x"), await AskAsync("x"), await AskAsync("y"));

        Assert.Equal((200, """{"name":"x"}""", first.Tag), again);
        Assert.Matches("^\"[0-9a-f]{64}\"$", first.Tag);
        Assert.NotEqual(first.Tag, other.Tag);
    }

    [Fact]
    public async Task JsonWithETag_CallerHasIt_Answers304WithoutBody()
    {
        var tag = (await AskAsync("x")).Tag;

        Assert.Equal((304, "", tag), await AskAsync("x", tag));
        Assert.Equal((304, "", tag), await AskAsync("x", $"\"autre\", W/{tag}"));
        Assert.Equal((304, "", tag), await AskAsync("x", "*"));
        Assert.Equal(200, (await AskAsync("y", tag)).Status);
        Assert.Equal(200, (await AskAsync("x", "pas une étiquette")).Status);
    }

    private static async Task<(int Status, string Body, string Tag)> AskAsync(string name, string? had = null)
    {
        var http = Answers.Get("/api/essai");
        http.Request.Headers.IfNoneMatch = had;
        await ETags.JsonWithETag(http.Request, new { Name = name }).WriteAsync(http);
        return (http.Response.StatusCode, Answers.BodyOf(http), http.Response.Headers.ETag.ToString());
    }
}
