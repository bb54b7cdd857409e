using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Tests.Security;

public sealed class EveryRouteTests
{
    private static readonly Role[] Operators = [Role.Operator];
    private static readonly Role[] Everybody = [Role.Reader, Role.Planner, Role.Validator, Role.Operator];

    /// <summary>Who may do what: a new route is added here on purpose, or the test fails.</summary>
    private static readonly Dictionary<string, IReadOnlyList<Role>?> Expected = new()
    {
        ["get,post d/{token}"] = null,
        ["get api/health/live"] = null,
        ["get api/health/ready"] = null,
        ["get api/openapi.json"] = null,
        ["get api/calendars/{calendar}/sends"] = Everybody,
        ["post api/calendars/{calendar}/revisions/{number:int}/decision"] = [Role.Planner],
        ["get api/calendars/{calendar}/revisions/{number:int}"] = Everybody,
        ["post api/calendars/{calendar}/triggers/{trigger}"] = Operators,
        ["get api/calendars/{calendar}/feeds/{audience}.ics"] = Everybody,
        ["post api/calendars/{calendar}/feeds/{audience}/address"] = [Role.Planner, Role.Operator],
        ["get api/calendars/{calendar}/worklist"] = Everybody,
        ["get api/workbook"] = Everybody,
        ["get api/visas"] = Everybody,
        ["post api/visas/{send}"] = [Role.Validator],
        ["post api/sends/{send}/{action}"] = Operators,
        ["post api/sends/{send}/caisses/{caisse}/retry"] = Operators,
        ["post,delete api/stop"] = Operators,
        ["get api/library"] = [Role.Caisse, .. Everybody],
        ["get api/library/{kind}/{name}"] = [Role.Caisse, .. Everybody],
        ["post api/caisses/{caisse}/orders"] = [Role.Caisse],
        ["post api/caisses/{caisse}/campaigns"] = [Role.Caisse],
        ["post api/caisses/{caisse}/campaigns/{id}/confirmation"] = [Role.Caisse, Role.Operator],
        ["post api/caisses/{caisse}/campaigns/{id}/test"] = [Role.Caisse],
        ["get api/caisses/{caisse}/campaigns"] = [Role.Caisse, Role.Reader, Role.Operator],
        ["get api/caisses/{caisse}/campaigns/{id}"] = [Role.Caisse, Role.Reader, Role.Operator],
        ["delete api/caisses/{caisse}/campaigns/{id}"] = [Role.Caisse, Role.Operator],

        ["get api/operations/live.js"] = null,
        ["get,post api/operations/sign-in"] = null,
        ["post api/operations/sign-out"] = Everybody,
        ["get api/operations"] = Everybody,
        ["get api/operations/sends/{send}"] = Everybody,
        ["get api/operations/sends/{send}/report"] = Everybody,
        ["get api/operations/sends/{send}/history"] = Everybody,
        ["get api/operations/sends/{send}/caisses/{caisse}"] = Everybody,
        ["get api/operations/sends/{send}/caisses/{caisse}/history"] = Everybody,
        ["get,post api/operations/sends/{send}/caisses/{caisse}/retry"] = Operators,
        ["get,post api/operations/sends/{send}/actions/{action}"] = Operators,
        ["get,post api/operations/bulk/{action}"] = Operators,
        ["get,post api/operations/stop"] = Operators,

        ["get api/operations/visas"] = Everybody,
        ["get api/operations/visas/{send}/{hash}"] = Everybody,
        ["get api/operations/visas/{send}/{hash}/sample.html"] = Everybody,
        ["post api/operations/visas/{send}/{hash}/decision"] = [Role.Validator, Role.Operator],
        ["get api/operations/revisions"] = Everybody,
        ["get api/operations/revisions/{calendar}/{number:int}"] = Everybody,
        ["post api/operations/revisions/{calendar}/{number:int}/decision"] = [Role.Planner],
        ["get api/operations/year"] = Everybody,
        ["get api/operations/watch"] = Everybody,
        ["get api/operations/failures"] = Everybody,
        ["get,post api/operations/failures/{queue}/{action}"] = Operators,
    };

    [Fact]
    public void Functions_EveryRoute_IsAllowedToThoseAndNoOther()
    {
        var routes = Routes().ToDictionary(
            route => $"{string.Join(',', route.Trigger.Methods!)} {route.Trigger.Route}",
            route => route.Method.GetCustomAttribute<AllowAttribute>()?.Roles);

        Assert.Equal(Expected.Keys.Order(), routes.Keys.Order());
        Assert.All(Expected, expected => Assert.Equal(expected.Value, routes[expected.Key]));
    }

    [Fact]
    public void Functions_EveryRoute_IsEitherPublicOrSaysWhoMayCall() => Assert.All(
        Routes(),
        route => Assert.NotEqual(route.Method.GetCustomAttribute<PublicAttribute>() is null, route.Method.GetCustomAttribute<AllowAttribute>() is null));

    // An address can be passed on: what it opens is chosen one by one.
    [Fact]
    public void Functions_SignedAddress_OpensFeedsAlone()
    {
        var open = Routes().Where(route => route.Method.GetCustomAttribute<AllowAttribute>()?.SignedPath == true).Select(route => route.Trigger.Route);

        Assert.Equal(["api/calendars/{calendar}/feeds/{audience}.ics"], open);
    }

    // A cookie goes along with whatever a page of another site sends here: only functions that check an antiforgery token may look at one.
    [Fact]
    public void Functions_Cookie_OpensTheDashboardAndNothingElse() => Assert.All(
        Routes().Where(route => route.Method.GetCustomAttribute<PublicAttribute>() is null),
        route => Assert.Equal(
            route.Trigger.Route!.StartsWith("api/operations", StringComparison.Ordinal), route.Method.GetCustomAttribute<AllowAttribute>()!.Dashboard));

    // The app's own keys guard; a platform key on top would be a second, unseen, rule.
    [Fact]
    public void Functions_EveryRoute_IsAnonymousToThePlatform() =>
        Assert.All(Routes(), route => Assert.Equal(AuthorizationLevel.Anonymous, route.Trigger.AuthLevel));

    // The host on Azure tries routes in the order of the functions' names, the worker takes the closest: they agree when no address fits two.
    [Fact]
    public void Functions_EveryAddress_FitsOneRouteOnly()
    {
        var routes = Routes().Select(route => (Methods: route.Trigger.Methods!, Route: RoutePatternFactory.Parse(route.Trigger.Route!))).ToList();

        Assert.All(routes, one => Assert.DoesNotContain(
            routes, other => other != one && other.Methods.Intersect(one.Methods).Any() && OverlapOf(one.Route, other.Route)));
    }

    private static bool OverlapOf(RoutePattern one, RoutePattern other) =>
        one.PathSegments.Count == other.PathSegments.Count
        && one.PathSegments.Zip(other.PathSegments).All(pair => LiteralOf(pair.First) is not { } first || LiteralOf(pair.Second) is not { } second
            || string.Equals(first, second, StringComparison.OrdinalIgnoreCase));

    private static string? LiteralOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    private static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Trigger)> Routes() =>
        from type in typeof(CallerMiddleware).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select (method, trigger);
}
