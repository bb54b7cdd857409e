using System.Net;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Blobs;

public sealed class BlobInputTests
{
    [Fact]
    public async Task Get_PathFilledFromTheRoute_BindsThatBlob()
    {
        var account = await TestStorage.TakeAccountAsync();
        var container = (await account.Blobs.CreateBlobContainerAsync("letters")).Value;
        await container.UploadBlobAsync("2027/a.txt", BinaryData.FromString("dear a"));
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Reader)],
            Account = account,
            Settings = { ["Letters"] = "letters" },
        });

        Assert.Equal("dear a from 2027/a.txt", await app.Http.GetStringAsync("/api/letters/2027/a"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/letters/2027/b")).StatusCode);
    }

    public static class Reader
    {
        [Function("Read")]
        public static IResult Read(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "letters/{year}/{name}")] HttpRequest request,
            [BlobInput("%Letters%/{year}/{name}.txt", Connection = "Data")] string text,
            [BlobInput("%Letters%/{year}/{name}.txt", Connection = "Data")] BlobClient blob) =>
            TypedResults.Text($"{text} from {blob.Name}");
    }
}
