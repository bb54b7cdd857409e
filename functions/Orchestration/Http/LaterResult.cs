using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Orchestration.Http;

/// <summary>A refusal that says when to come back, in whole seconds.</summary>
internal sealed class LaterResult(IResult refusal, TimeSpan wait) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => (refusal as IStatusCodeHttpResult)?.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return refusal.ExecuteAsync(httpContext);
    }
}
