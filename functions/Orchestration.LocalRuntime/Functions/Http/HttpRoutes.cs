using Microsoft.AspNetCore.Routing.Patterns;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>Routes of HTTP functions.</summary>
internal static class HttpRoutes
{
    // The host keeps these for its own endpoints.
    private static readonly string[] Reserved = ["admin", "runtime"];

    /// <returns>Null, with a problem, when the route is not one.</returns>
    public static RoutePattern? Parse(string prefix, string? route, string functionName, Problems problems)
    {
        var own = string.IsNullOrEmpty(route) ? functionName : route.Trim('/');
        try
        {
            var pattern = RoutePatternFactory.Parse(prefix.Length == 0 ? own : $"{prefix}/{own}");
            if (FirstLiteral(pattern) is { } first && Reserved.Contains(first, StringComparer.OrdinalIgnoreCase))
                problems.Add($"route '{pattern.RawText}' is reserved: the host keeps '{first}/'");
            return pattern;
        }
        catch (RoutePatternException error)
        {
            problems.Add($"route '{own}' is not valid: {error.Message}");
            return null;
        }
    }

    /// <summary>Two functions must not want the same request.</summary>
    public static void RefuseCollisions(IReadOnlyList<IndexedFunction> functions, Problems problems)
    {
        var routes = functions.Where(function => function.Trigger is HttpFunctionTrigger).ToList();
        foreach (var same in routes.GroupBy(function => Shape(Http(function).Route), StringComparer.OrdinalIgnoreCase))
        {
            var seen = same.ToList();
            for (var i = 0; i < seen.Count; i++)
            {
                foreach (var other in seen.Skip(i + 1).Where(other => Overlap(Http(seen[i]).Methods, Http(other).Methods)))
                    problems.Add($"{seen[i].Name} and {other.Name} collide on route {Http(other).Description}");
            }
        }
    }

    private static HttpFunctionTrigger Http(IndexedFunction function) => (HttpFunctionTrigger)function.Trigger;

    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();

    private static string? FirstLiteral(RoutePattern pattern) =>
        pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..] ? literal.Content : null;

    /// <summary>The route without the names of its parameters; their constraints tell routes apart.</summary>
    private static string Shape(RoutePattern pattern) =>
        string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"{{{(parameter.IsCatchAll ? "**" : "")}{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => throw new InvalidOperationException($"{part.GetType().Name} is not part of a route."),
    };
}
