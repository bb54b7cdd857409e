using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Orchestration.Http.OpenApi;
using Orchestration.Planning.Views.Feeds;
using Orchestration.Security;

namespace Orchestration.Operations.Views;

/// <summary>Where a feed is read.</summary>
/// <param name="Url">For programs.</param>
/// <param name="Path">The same, on this server.</param>
/// <param name="ExpiresAt">It opens nothing from then on.</param>
public sealed record FeedAddress(string Url, string Path, DateTimeOffset ExpiresAt);

/// <summary>Gives the address of a feed that a program without keys can subscribe to: it opens that feed alone, for thirteen months.</summary>
public sealed class ShareFeed(SignedPaths paths, IOptions<LinkOptions> links, Clocks clocks)
{
    private const int Months = 13;

    [Function(nameof(ShareFeed))]
    [Allow(Role.Planner, Role.Operator)]
    [Describes("L'adresse à laquelle s'abonner à un calendrier, sans clé.", Response = typeof(FeedAddress))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calendars/{calendar}/feeds/{audience}/address")] HttpRequest request,
        string calendar,
        string audience)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Requests.IsCalendar(calendar))
            return Requests.NoSuchCalendar(calendar);
        if (!FeedAudience.TryParse(audience, out var reader))
            return ReadFeed.NoSuchAudience(audience);

        var path = $"/api/calendars/{calendar}/feeds/{reader.Name}.ics";
        var expiresAt = clocks.System.GetUtcNow().AddMonths(Months);
        var address = $"{path}?{SignedPaths.Parameter}={paths.Sign(path, expiresAt)}";
        return Results.Ok(new FeedAddress(links.Value.PublicBaseUrl + address, address, expiresAt));
    }
}
