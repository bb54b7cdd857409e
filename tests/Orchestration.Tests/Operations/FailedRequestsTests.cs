using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Operations;
using Orchestration.Tests.Http;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations;

public sealed class FailedRequestsTests
{
    [Fact]
    public async Task Invoke_FunctionThrows_AnswersFiveHundredAndNothingOfWhatIsInside()
    {
        var http = Request();

        await InvokeAsync(http, () => throw new InvalidDataException("le secret"));

        var problem = await Answers.ProblemAsync(http, 500);
        Assert.Equal("/problems/erreur-interne", problem.Type);
        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_NotAnHttpCall_ThrowsOn() => await Assert.ThrowsAsync<InvalidDataException>(
        () => Middleware.Invoke(new FakeFunctionContext(typeof(ControlSend)), _ => throw new InvalidDataException()));

    [Fact]
    public async Task Invoke_CallerIsGone_SaysNothing()
    {
        var http = Request();
        http.RequestAborted = new CancellationToken(true);

        await InvokeAsync(http, () => throw new OperationCanceledException());

        Assert.Equal(0, http.Response.Body.Length);
    }

    [Fact]
    public async Task Invoke_RequestIsBad_AnswersWhatItSays()
    {
        var http = Request();

        await InvokeAsync(http, () => throw new BadHttpRequestException("too long", StatusCodes.Status413PayloadTooLarge));

        Assert.Equal("/problems/requete-illisible", (await Answers.ProblemAsync(http, 413)).Type);
    }

    [Fact]
    public async Task Invoke_FunctionAnswers_LeavesItsAnswer()
    {
        var http = Request();

        await InvokeAsync(http, () => http.Response.StatusCode = StatusCodes.Status202Accepted);

        Assert.Equal(StatusCodes.Status202Accepted, http.Response.StatusCode);
    }

    private static FailedRequests Middleware => new(NullLogger<FailedRequests>.Instance);

    private static DefaultHttpContext Request() => new() { Response = { Body = new MemoryStream() } };

    private static Task InvokeAsync(HttpContext http, Action run) => Middleware.Invoke(new FakeFunctionContext(typeof(ControlSend), http), _ =>
    {
        run();
        return Task.CompletedTask;
    });
}
