using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Http.OpenApi;

/// <summary>One method of one route of the API.</summary>
/// <param name="Function">Its method in C#.</param>
/// <param name="Pattern">Its route.</param>
/// <param name="Method">Lower case.</param>
/// <param name="Roles">Who may call; null for everybody.</param>
internal sealed record ApiRoute(MethodInfo Function, RoutePattern Pattern, string Method, IReadOnlyList<Role>? Roles)
{
    /// <summary>Below it stand pages for people, which are no API.</summary>
    private const string Pages = "api/operations";

    /// <summary>As OpenAPI writes it: <c>/api/visas/{send}</c>.</summary>
    public string Path => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(TextOf))));

    /// <summary>Null when it has none, which a test refuses.</summary>
    public DescribesAttribute? Description => Function.GetCustomAttributes<DescribesAttribute>()
        .FirstOrDefault(one => one.Method is null || one.Method == Method);

    public IEnumerable<HasQueryAttribute> Query => Function.GetCustomAttributes<HasQueryAttribute>();

    public bool HasPages => Function.IsDefined(typeof(HasPagesAttribute));

    /// <summary>Of the assembly, in the order of their paths.</summary>
    public static IReadOnlyList<ApiRoute> All() =>
    [
        .. from type in typeof(ApiRoute).Assembly.GetTypes()
           from function in type.GetMethods()
           where function.IsDefined(typeof(FunctionAttribute))
           from parameter in function.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null && !IsPage(trigger.Route!)
           from method in trigger.Methods!
           let route = new ApiRoute(function, RoutePatternFactory.Parse(trigger.Route!), method, RolesOf(function))
           orderby route.Path, route.Method
           select route,
    ];

    private static bool IsPage(string route) => route == Pages || route.StartsWith(Pages + "/", StringComparison.Ordinal);

    private static IReadOnlyList<Role>? RolesOf(MethodInfo function) =>
        function.IsDefined(typeof(PublicAttribute)) ? null : function.GetCustomAttribute<AllowAttribute>()?.Roles ?? [];

    private static string TextOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => throw new InvalidOperationException($"{part.GetType().Name} is not part of a route."),
    };
}
