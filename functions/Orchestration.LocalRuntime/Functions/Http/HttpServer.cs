using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>Kestrel and what stands in front of the functions.</summary>
internal static class HttpServer
{
    // The limit of Azure, and the setting that changes it there.
    private const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";
    private const long DefaultBodyLimit = 104_857_600;

    public static void AddServices(
        IServiceCollection services, LocalRuntimeOptions options, HttpSettings settings, IConfiguration configuration)
    {
        services.AddRouting();
        services.AddMvcCore();
        services.AddProblemDetails();
        services.Configure<ExceptionHandlerOptions>(handler => handler.StatusCodeSelector = error =>
            error is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = configuration.GetValue(BodyLimitSetting, DefaultBodyLimit);
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        services.AddOptions<SocketTransportOptions>().Configure<ILoggerFactory>((transport, loggers) =>
            transport.CreateBoundListenSocket = endpoint => BindOrChange(endpoint, loggers.CreateLogger(typeof(HttpServer))));
        if (settings.MaxConcurrentRequests is not null || settings.MaxOutstandingRequests is not null)
            services.AddRateLimiter(limiter => Limit(limiter, settings));
    }

    public static void Use(WebApplication app, HttpSettings settings, WorkCounter requests)
    {
        app.Use(async (context, next) =>
        {
            using var inFlight = requests.Begin();
            await next(context);
        });
        app.UseExceptionHandler();
        app.UseStatusCodePages(ExplainOwnAnswers);
        if (settings.MaxConcurrentRequests is not null || settings.MaxOutstandingRequests is not null)
            app.UseRateLimiter();
        app.UseRouting();
    }

    /// <summary>What nobody answered (404, 405, 429) gets a body; what a function answered stays as it is.</summary>
    private static Task ExplainOwnAnswers(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return http.GetEndpoint()?.Metadata.GetMetadata<AnswersItself>() is null
            ? Results.Problem(statusCode: http.Response.StatusCode).ExecuteAsync(http)
            : Task.CompletedTask;
    }

    private static Socket BindOrChange(EndPoint endpoint, ILogger logger)
    {
        try
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            var wanted = (IPEndPoint)endpoint;
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(wanted.Address, 0));
            logger.LogWarning("Port {Wanted} is taken: using {Port}", wanted.Port, ((IPEndPoint)socket.LocalEndPoint!).Port);
            return socket;
        }
    }

    private static void Limit(RateLimiterOptions limiter, HttpSettings settings)
    {
        var concurrent = settings.MaxConcurrentRequests ?? settings.MaxOutstandingRequests!.Value;
        var waiting = settings.MaxOutstandingRequests is { } outstanding ? Math.Max(0, outstanding - concurrent) : int.MaxValue;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "", _ => new ConcurrencyLimiterOptions { PermitLimit = concurrent, QueueLimit = waiting }));
    }
}
