using Orchestration.LocalRuntime.Functions.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP functions on ASP.NET Core types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// Lets HTTP functions take <c>HttpRequest</c> and return <c>IActionResult</c> or <c>IResult</c>. Middleware added afterwards sees
    /// the request (<see cref="FunctionContextExtensions.GetHttpContext"/>).
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        if (!builder.Definition.UsesAspNetCore)
            builder.Use(HttpResultMiddleware.Wrap);
        builder.Definition.UsesAspNetCore = true;
        return builder;
    }
}
