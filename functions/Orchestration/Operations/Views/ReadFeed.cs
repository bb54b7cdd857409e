using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Orchestration.Http.OpenApi;
using Orchestration.Planning.Views.Feeds;
using Orchestration.Security;

namespace Orchestration.Operations.Views;

/// <summary>A calendar that calendar programs subscribe to; the address that <see cref="ShareFeed"/> gives needs no header.</summary>
public sealed class ReadFeed(CalendarInForce calendars)
{
    [Function(nameof(ReadFeed))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, SignedPath = true)]
    [Describes("Le calendrier pour Outlook, de « dicom », de « ddo » ou d'une caisse.", ContentType = ICalendarWriter.ContentType)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendars/{calendar}/feeds/{audience}.ics")] HttpRequest request,
        string calendar,
        string audience,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!FeedAudience.TryParse(audience, out var reader))
            return NoSuchAudience(audience);
        if (await calendars.FindAsync(calendar, cancellation) is not { } source)
            return Requests.NoSuchCalendar(calendar);

        var feed = ICalendarWriter.Write(PlanFeed.Title(source, reader), PlanFeed.Of(source, reader), source.Revision, source.At);
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed)[..16])}\"");
        return Results.File(feed, ICalendarWriter.ContentType, entityTag: tag);
    }

    public static IResult NoSuchAudience(string audience) => Problems.Of(
        404, "Destinataire inconnu", $"« {audience} » n’est ni « dicom », ni « ddo », ni l’identifiant d’une caisse, tel que « CPAM-75 ».");
}
