using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Http;

internal sealed class HttpFunctionTrigger : Trigger
{
    private const string KeySetting = $"{LocalRuntimeOptions.Section}:{nameof(LocalRuntimeOptions.HostKey)}";

    private HttpFunctionTrigger(ParameterInfo parameter, RoutePattern route, HttpTriggerAttribute attribute)
        : base(parameter, "httpTrigger")
    {
        Route = route;
        Methods = [.. (attribute.Methods ?? []).Select(method => method.ToUpperInvariant())];
        NeedsKey = attribute.AuthLevel != AuthorizationLevel.Anonymous;
        Values = [.. route.Parameters.Select(part => part.Name)];
    }

    /// <summary>With the route prefix.</summary>
    public RoutePattern Route { get; }

    /// <summary>Upper case; empty for any.</summary>
    public IReadOnlyList<string> Methods { get; }

    public bool NeedsKey { get; }

    /// <summary>For people.</summary>
    public string Verbs => Methods.Count == 0 ? "ANY" : string.Join(',', Methods);

    public override string Description => $"[{Verbs}] /{Route.RawText}";

    public override IReadOnlyCollection<string> Values { get; }

    public override string Binds => nameof(HttpRequest);

    public static HttpFunctionTrigger? Read(
        string name, ParameterInfo parameter, HttpTriggerAttribute attribute, IndexingContext context, Problems problems)
    {
        if (attribute.AuthLevel == AuthorizationLevel.User)
            problems.Add("AuthorizationLevel.User is not supported");
        else if (attribute.AuthLevel != AuthorizationLevel.Anonymous && string.IsNullOrEmpty(context.Options.HostKey))
            problems.Add($"AuthorizationLevel.{attribute.AuthLevel} needs a key: set {KeySetting}");
        var route = HttpRoutes.Parse(context.Settings.Http.RoutePrefix, attribute.Route, name, problems);
        return route is null ? null : new HttpFunctionTrigger(parameter, route, attribute);
    }

    public override ParameterBinder? Bind(Type type) => type == typeof(HttpRequest) ? Request : null;

    public override ParameterBinder? BindOther(ParameterInfo other) => other.ParameterType == typeof(HttpRequest) ? Request : null;

    public override string? ResultProblem(Type? result) =>
        result is null || typeof(IActionResult).IsAssignableFrom(result) || typeof(IResult).IsAssignableFrom(result)
            ? null
            : $"an HTTP function returns IActionResult, IResult or nothing, not {result.Name}";

    private static ValueTask<object?> Request(FunctionInvocation invocation) => new(((HttpContext)invocation.Trigger).Request);
}
