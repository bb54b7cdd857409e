using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Indexing;

public sealed class RefusalTests
{
    private const string Class = "Orchestration.LocalRuntime.Tests.Functions.Indexing.RefusalTests+";

    [Fact]
    public void Build_EverythingWrong_TellsAllProblemsAtOnce()
    {
        var refusal = TestApp.Refused(new TestAppSettings
        {
            Functions = [typeof(Wrong), typeof(Hidden), typeof(TakesClient)],
            Settings = { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" },
            HostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" }, "queues": { "batchSize": 33 } } }""",
        });

        string[] expected =
            [
                "host.json: extensions.queues.batchSize must be a whole number from 1 to 32, not 33",
                $"Twice: several functions have this name: {Class}Wrong.Twice1, {Class}Wrong.Twice2",
                $"1st ({Class}Wrong.BadName): the name must begin with a letter and hold only letters, digits, '-' and '_', at most 127",
                $"AsyncVoid ({Class}Wrong.AsyncVoid): an async method must return a Task",
                $"BadBlobPath ({Class}Wrong.BadBlobPath): connection 'Missing' is not set: give setting 'Missing' a connection string, or 'Missing__blobServiceUri' an address",
                $"BadBlobPath ({Class}Wrong.BadBlobPath): 'container' must be container/pattern",
                $"BadInput ({Class}Wrong.BadInput): parameter 'blob': the trigger has no {{other}} for 'container/{{other}}'",
                $"BadQueue ({Class}Wrong.BadQueue): 'Not_A_Queue' is not the name of a queue: 3 to 63 lower-case letters, digits and single '-'",
                $"BadRoute ({Class}Wrong.BadRoute): route 'a/{{b' is not valid: There is an incomplete parameter in the route template. Check that each '{{' character has a matching '}}' character.",
                $"BadTriggerType ({Class}Wrong.BadTriggerType): parameter 'stream': httpTrigger binds HttpRequest, not Stream",
                $"HiddenClass ({Class}Hidden.HiddenClass): the class is not public: Azure would not index it",
                $"HiddenMethod ({Class}Wrong.HiddenMethod): the method is not public: Azure would not index it",
                $"NeedsKey ({Class}Wrong.NeedsKey): AuthorizationLevel.Function needs a key: set LocalRuntime:HostKey",
                $"NotHttp ({Class}Wrong.NotHttp): parameter 'body': [FromBody] needs an HTTP trigger",
                $"NoTrigger ({Class}Wrong.NoTrigger): no parameter has a trigger attribute",
                $"Poco ({Class}Wrong.Poco): an HTTP function returns IActionResult, IResult or nothing, not String",
                $"Reserved ({Class}Wrong.Reserved): route 'admin/things' is reserved: the host keeps 'admin/'",
                $"Retries ({Class}Wrong.Retries): the local runtime does not run function-level retries (which Azure offers to timer triggers only)",
                $"Setting ({Class}Wrong.Setting): setting 'QueueName' in '%QueueName%' is not set",
                $"TakesClient ({Class}TakesClient.TakesClientFunction): the constructor takes DurableTaskClient, which only a [DurableClient] parameter of the function gets",
                $"TimerImpossible ({Class}Wrong.TimerImpossible): schedule '0 0 3 31 2 *' never comes",
                $"TimerInvalid ({Class}Wrong.TimerInvalid): schedule 'at three' is neither a CRON expression ({{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of the week}}) nor a time span (hh:mm:ss)",
                $"TimerSetting ({Class}Wrong.TimerSetting): setting 'Schedule' in '%Schedule%' is not set",
                $"TimerType ({Class}Wrong.TimerType): parameter 'timer': timerTrigger binds TimerInfo, not String",
                $"TwoTriggers ({Class}Wrong.TwoTriggers): more than one parameter has a trigger attribute",
                $"UnknownBinding ({Class}Wrong.UnknownBinding): parameter 'table': TableInputAttribute is unknown to the local runtime",
                $"UnknownParameter ({Class}Wrong.UnknownParameter): parameter 'id': nothing gives it a value: no binding attribute, and the trigger has no {{id}}",
                $"UnknownTrigger ({Class}Wrong.UnknownTrigger): EventHubTriggerAttribute is unknown to the local runtime",
                $"User ({Class}Wrong.User): AuthorizationLevel.User is not supported",
                $"WrongClient ({Class}Wrong.WrongClient): parameter 'client': [DurableClient] binds DurableTaskClient, not BlobClient",
                $"WrongValue ({Class}Wrong.WrongValue): parameter 'id': a value by name can be a text, number, date, enum or GUID, not BlobClient",
                "CollideOne and CollideTwo collide on route [GET,POST] /things/{other}",
            ];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', refusal.Problems));
        Assert.All(refusal.Problems, problem => Assert.Contains(problem, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_HttpWithoutConfigureFunctionsWebApplication_IsRefused()
    {
        var refusal = TestApp.Refused(new TestAppSettings { Functions = [typeof(Right)], Configure = _ => { } });

        Assert.Contains("ConfigureFunctionsWebApplication()", Assert.Single(refusal.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_SameRouteOtherMethodOrConstraint_IsAccepted()
    {
        await using var app = await TestApp.StartAsync(typeof(Right));

        Assert.Equal("number", await app.Http.GetStringAsync("/api/things/1"));
        Assert.Equal("word", await app.Http.GetStringAsync("/api/things/one"));
    }

    [Fact]
    public void Build_Twice_IsRefused()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        Assert.ThrowsAny<Exception>(builder.Build);

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Equal("The application has already been built.", error.Message);
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class EventHubTriggerAttribute : TriggerBindingAttribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class TableInputAttribute : InputBindingAttribute;

    public static class Right
    {
        [Function("GetNumber")]
        public static IResult GetNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request) =>
            TypedResults.Text("number");

        [Function("GetWord")]
        public static IResult GetWord([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:alpha}")] HttpRequest request) =>
            TypedResults.Text("word");

        [Function("Delete")]
        public static void Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "things/{id:int}")] HttpRequest request)
        {
        }
    }

    private static class Hidden
    {
        [Function("HiddenClass")]
        public static void HiddenClass([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }
    }

    public sealed class TakesClient(DurableTaskClient client)
    {
        [Function("TakesClient")]
        public void TakesClientFunction([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.HttpContext.Items["client"] = client;
    }

    public static class Wrong
    {
        [Function("Twice")]
        public static void Twice1([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }

        [Function("Twice")]
        public static void Twice2([HttpTrigger(AuthorizationLevel.Anonymous, Route = "another")] HttpRequest request)
        {
        }

        [Function("1st")]
        public static void BadName([HttpTrigger(AuthorizationLevel.Anonymous, Route = "first")] HttpRequest request)
        {
        }

        [Function("AsyncVoid")]
        public static async void AsyncVoid([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => await Task.Yield();

        [Function("BadBlobPath")]
        public static void BadBlobPath([BlobTrigger("container", Connection = "Missing")] BlobClient blob)
        {
        }

        [Function("BadInput")]
        public static void BadInput(
            [HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [BlobInput("container/{other}")] string blob)
        {
        }

        [Function("BadQueue")]
        public static void BadQueue([QueueTrigger("Not_A_Queue")] string message)
        {
        }

        [Function("BadRoute")]
        public static void BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request)
        {
        }

        [Function("BadTriggerType")]
        public static void BadTriggerType([HttpTrigger(AuthorizationLevel.Anonymous)] Stream stream)
        {
        }

        [Function("NeedsKey")]
        public static void NeedsKey([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request)
        {
        }

        [Function("NotHttp")]
        public static void NotHttp(
            [QueueTrigger("queue")] string message, [Microsoft.Azure.Functions.Worker.Http.FromBody] string body)
        {
        }

        [Function("NoTrigger")]
        public static void NoTrigger(string input)
        {
        }

        [Function("Poco")]
        public static Task<string> Poco([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult("");

        [Function("Reserved")]
        public static void Reserved([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/things")] HttpRequest request)
        {
        }

        [Function("Retries")]
        [FixedDelayRetry(3, "00:00:10")]
        public static void Retries([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }

        [Function("Setting")]
        public static void Setting([QueueTrigger("%QueueName%")] string message)
        {
        }

        [Function("TimerInvalid")]
        public static void TimerInvalid([TimerTrigger("at three")] TimerInfo timer)
        {
        }

        [Function("TimerImpossible")]
        public static void TimerImpossible([TimerTrigger("0 0 3 31 2 *")] TimerInfo timer)
        {
        }

        [Function("TimerSetting")]
        public static void TimerSetting([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
        }

        [Function("TimerType")]
        public static void TimerType([TimerTrigger("0 0 3 * * *")] string timer)
        {
        }

        [Function("TwoTriggers")]
        public static void TwoTriggers([HttpTrigger] HttpRequest request, [QueueTrigger("queue")] string message)
        {
        }

        [Function("UnknownBinding")]
        public static void UnknownBinding([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [TableInput] string table)
        {
        }

        [Function("UnknownParameter")]
        public static void UnknownParameter([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, string id)
        {
        }

        [Function("UnknownTrigger")]
        public static void UnknownTrigger([EventHubTrigger] string message)
        {
        }

        [Function("User")]
        public static void User([HttpTrigger(AuthorizationLevel.User)] HttpRequest request)
        {
        }

        [Function("WrongClient")]
        public static void WrongClient([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [DurableClient] BlobClient client)
        {
        }

        [Function("WrongValue")]
        public static void WrongValue([HttpTrigger(AuthorizationLevel.Anonymous, Route = "values/{id}")] HttpRequest request, BlobClient id)
        {
        }

        [Function("CollideOne")]
        public static void CollideOne([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request)
        {
        }

        [Function("CollideTwo")]
        public static void CollideTwo([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "things/{other}")] HttpRequest request)
        {
        }

        [Function("HiddenMethod")]
        internal static void HiddenMethod([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }
    }
}
