using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>How often each caller may call, by key; and how often an address may show no valid key.</summary>
public sealed class CallLimits(IOptions<LimitOptions> options, Clocks clocks)
{
    private const string Forwarded = "X-Forwarded-For";
    private const int NetworkBytes = 8;

    private readonly TokenBuckets _reads = new(options.Value.ReadsPerMinute, clocks.System);
    private readonly TokenBuckets _writes = new(options.Value.WritesPerMinute, clocks.System);
    private readonly TokenBuckets _failures = new(options.Value.FailuresPerMinute, clocks.System);

    /// <returns>Null when the call may go on, else 429.</returns>
    internal IResult? Refuse(HttpRequest request, Caller caller)
    {
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return TooMany((isRead ? _reads : _writes).Take(caller.Key is { } key ? $"key {key}" : $"caller {caller.Id}"));
    }

    /// <summary>For a call without a valid key; those with one are never held back by others of their address.</summary>
    /// <returns>Null for the usual refusal, else 429.</returns>
    internal IResult? RefuseUnknown(HttpContext http) => TooMany(_failures.Take(AddressOf(http)));

    private static IResult? TooMany(TimeSpan? wait) => wait is { } time
        ? new LaterResult(Problems.Of(StatusCodes.Status429TooManyRequests, "Trop de demandes", "Attendez le nombre de secondes que dit l'en-tête « Retry-After »."), time)
        : null;

    /// <summary>Behind the front end of Azure the connection is local, and what it adds at the end of the header is the address of the caller.</summary>
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var last = http.Request.Headers[Forwarded].ToString().Split(',')[^1].Trim();
        if (IPAddress.IsLoopback(address) && IPEndPoint.TryParse(last, out var forwarded))
            address = forwarded.Address;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
