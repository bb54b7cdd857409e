using System.Text;
using Microsoft.AspNetCore.Http;
using Orchestration.Http;

namespace Orchestration.Tests.Http;

public sealed class RequestBodiesTests
{
    [Theory]
    [InlineData("""{"a": 1,}""", "À la ligne 1, colonne 9 : ce n’est pas du JSON.")]
    [InlineData("{\n  \"é\": tru }", "À la ligne 2, colonne 11 : ce n’est pas du JSON.")]
    [InlineData("{} {}", "À la ligne 1, colonne 4 : ce n’est pas du JSON.")]
    [InlineData("// x", "À la ligne 1, colonne 1 : ce n’est pas du JSON.")]
    public async Task ReadBody_Unreadable_SaysWhere(string json, string detail)
    {
        var problem = await (await RefuseAsync(Answers.Post(json))).ProblemAsync(400);

        Assert.Equal(("/problems/corps-illisible", "/api/essai"), (problem.Type, problem.Instance));
        Assert.Equal(detail, problem.Detail.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task ReadBody_TooDeep_SaysSo()
    {
        var problem = await (await RefuseAsync(Answers.Post($$"""{"a": {{new string('[', 20)}}{{new string(']', 20)}}}"""))).ProblemAsync(400);

        Assert.Contains("plus de 20 niveaux", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadBody_DeepAsAllowed_IsRead()
    {
        var (body, problem) = await Answers.Post($$"""{"a": {{new string('[', 19)}}{{new string(']', 19)}}}""").Request.ReadBodyAsync();

        Assert.Null(problem);
        Assert.NotNull(body);
    }

    [Fact]
    public async Task ReadBody_InvalidUtf8_SaysWhere()
    {
        var problem = await (await RefuseAsync(Answers.Post([.. "{\n\"é\": \""u8, 0xFF, .. "\"}"u8]))).ProblemAsync(400);

        Assert.Equal("À la ligne 2, colonne 7 : ce n’est pas de l’UTF-8.", problem.Detail.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("", "corps-vide", 400)]
    [InlineData("[1]", "demande-a-corriger", 422)]
    [InlineData("null", "demande-a-corriger", 422)]
    public async Task ReadBody_NoObject_IsRefused(string json, string type, int status) =>
        Assert.Equal($"/problems/{type}", (await (await RefuseAsync(Answers.Post(json))).ProblemAsync(status)).Type);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("n'importe quoi")]
    public async Task ReadBody_AnotherType_Answers415(string? type) => await (await RefuseAsync(Answers.Post("{}", type))).ProblemAsync(415);

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=UTF-8")]
    [InlineData("application/merge-patch+json")]
    public async Task ReadBody_Json_IsRead(string type) => Assert.NotNull((await Answers.Post("{}", type).Request.ReadBodyAsync()).Body);

    [Fact]
    public async Task ReadBody_ByteOrderMark_IsSkipped() =>
        Assert.NotNull((await Answers.Post([.. Encoding.UTF8.Preamble, .. "{}"u8]).Request.ReadBodyAsync()).Body);

    [Fact]
    public async Task ReadBody_Compressed_Answers415()
    {
        var http = Answers.Post("{}");
        http.Request.Headers.ContentEncoding = "gzip";

        await (await RefuseAsync(http)).ProblemAsync(415);
    }

    [Fact]
    public async Task ReadBody_AnnouncedTooLong_IsNotRead()
    {
        var http = Answers.Post(new string(' ', 10));
        http.Request.ContentLength = 11;

        await (await RefuseAsync(http, 10)).ProblemAsync(413);
        Assert.Equal(0, http.Request.Body.Position);
    }

    [Fact]
    public async Task ReadBody_TooLongWithoutSayingSo_IsReadNoFurther()
    {
        var http = Answers.Post(new string(' ', 1000));

        await (await RefuseAsync(http, 10)).ProblemAsync(413);
        Assert.Equal(11, http.Request.Body.Position);
    }

    [Fact]
    public async Task Unprocessable_Faults_AreListed()
    {
        var faults = new Faults();
        faults.Add("/a", "Faux : non.", "Mieux.");

        var http = await HttpProblems.Unprocessable(faults).WriteAsync();

        Assert.Equal(
            """{"type":"/problems/demande-a-corriger","status":422,"title":"Demande à corriger","detail":"Une faute est à corriger.","instance":"/api/essai","errors":[{"pointer":"/a","detail":"Faux : non.","mend":"Mieux."}]}"""
                .Replace("Faux :", @"Faux\u00A0:", StringComparison.Ordinal),
            Answers.BodyOf(http));
    }

    private static async Task<IResult> RefuseAsync(DefaultHttpContext http, int largest = RequestBodies.Largest)
    {
        var (body, problem) = await http.Request.ReadBodyAsync(largest);
        Assert.Null(body);
        return problem!;
    }
}
