using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Orchestration.Http.OpenApi;
using Orchestration.Tests.Calendars;

namespace Orchestration.Tests.Http.OpenApi;

public sealed class ApiDocumentTests
{
    private static readonly string Text = Encoding.UTF8.GetString(ApiDocument.Write());
    private static readonly JsonNode Document = JsonNode.Parse(Text)!;

    /// <summary>What programs rely on: whoever changes it reads the difference, and renames <c>openapi.json.received</c>.</summary>
    [Fact]
    public void Write_TheWholeApi_IsTheOneApproved() =>
        Approved.Match(Path.Combine(CalendarFiles.Root, "tests", "Orchestration.Tests", "Http", "OpenApi", "openapi.json"), Text + "\n");

    [Fact]
    public void Write_ReadByTheLibrary_IsOpenApi31WithoutAnError()
    {
        var read = OpenApiDocument.Parse(Text, OpenApiConstants.Json);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Fact]
    public void Write_EveryRoute_HasAnOperationWithASummaryAndAnAnswer() => Assert.All(ApiRoute.All(), route =>
    {
        var operation = Document["paths"]![route.Path]![route.Method]!;
        Assert.True(operation["summary"]!.GetValue<string>().EndsWith('.'), $"Add [Describes(\"….\")] to {route.Function.DeclaringType}.");
        Assert.All(operation["responses"]!.AsObject(), answer => Assert.True(answer.Value!["$ref"] is not null || answer.Value["description"] is not null));
    });

    [Fact]
    public void Write_Operations_HaveIdsOfTheirOwn()
    {
        var ids = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(one => one.Value!["operationId"]!.GetValue<string>()).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Write_References_Resolve() => Assert.All(References(Document), reference =>
    {
        JsonNode? node = Document;
        foreach (var step in reference.Split('/').Skip(1))
            node = node?[step];
        Assert.True(node is not null, reference);
    });

    [Fact]
    public async Task Run_CallerHasIt_IsNotSentAgain()
    {
        var first = Answers.Get("/api/openapi.json");
        await ReadApiDocument.Run(first.Request).WriteAsync(first);
        var again = Answers.Get("/api/openapi.json");
        again.Request.Headers.IfNoneMatch = first.Response.Headers.ETag;
        await ReadApiDocument.Run(again.Request).WriteAsync(again);

        Assert.Equal((200, 304), (first.Response.StatusCode, again.Response.StatusCode));
        Assert.Equal(Text, Answers.BodyOf(first));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member.Key == "$ref" ? [member.Value!.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
