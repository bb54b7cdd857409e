using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Operations;

namespace Orchestration.Tests.Operations;

public sealed class FailedRequestsTests
{
    [Fact]
    public async Task Invoke_FunctionThrows_AnswersFiveHundredAndThrowsOn()
    {
        var invocation = new HttpInvocation();

        await Assert.ThrowsAsync<InvalidDataException>(() => new FailedRequests().Invoke(invocation, _ => throw new InvalidDataException()));

        Assert.Equal(StatusCodes.Status500InternalServerError, invocation.Http.Response.StatusCode);
    }

    [Fact]
    public async Task Invoke_RequestIsBad_AnswersWhatItSays()
    {
        var invocation = new HttpInvocation();

        await Assert.ThrowsAsync<BadHttpRequestException>(() => new FailedRequests().Invoke(
            invocation, _ => throw new BadHttpRequestException("too long", StatusCodes.Status413PayloadTooLarge)));

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, invocation.Http.Response.StatusCode);
    }

    [Fact]
    public async Task Invoke_FunctionAnswers_LeavesItsAnswer()
    {
        var invocation = new HttpInvocation();

        await new FailedRequests().Invoke(invocation, context =>
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });

        Assert.Equal(StatusCodes.Status202Accepted, invocation.Http.Response.StatusCode);
    }

    /// <summary>An invocation that has a request and nothing else.</summary>
    private sealed class HttpInvocation : FunctionContext
    {
        public HttpInvocation() => Items = new Dictionary<object, object> { ["HttpRequestContext"] = Http };

        public DefaultHttpContext Http { get; } = new();

        public override IDictionary<object, object> Items { get; set; }

        public override string InvocationId => throw new NotSupportedException();

        public override string FunctionId => throw new NotSupportedException();

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices { get; set; } = new NoServices();

        public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
