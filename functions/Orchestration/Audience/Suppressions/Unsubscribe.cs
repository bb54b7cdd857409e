using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Sends;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Audience.Suppressions;

/// <summary>
/// The link at the foot of every e-mail. GET shows a page and changes nothing, since mail filters follow links; POST, from that page or from the mail
/// program itself (RFC 8058), unsubscribes, any number of times. In what a test sends, the link shows that it works and unsubscribes nobody.
/// </summary>
public sealed class Unsubscribe(LinkSigner links, MessageFinder messages, SendStore sends, SuppressionList suppressions)
{
    [Function(nameof(Unsubscribe))]
    [Public]
    [Describes("Montre la page de désinscription, et ne change rien.", Method = "get", ContentType = "text/html")]
    [Describes("Désinscrit (RFC 8058), autant de fois qu'on veut.", Method = "post", ContentType = "text/html")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "d/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        if (links.Verify(token) is not { } link)
            return UnsubscribePage.Unknown();
        if (link.Lot == MessageLink.TestLot)
            return UnsubscribePage.Test();
        if (await messages.FindAsync(link, cancellation) is not { } message)
            return UnsubscribePage.Unknown();
        if (OrderId.IsTest(message.Send))
            return UnsubscribePage.Test();
        if (HttpMethods.IsGet(request.Method))
            return UnsubscribePage.Ask();

        var purpose = (await sends.ReadAsync(message.Send, cancellation)).Plan.Purpose;
        await suppressions.UnsubscribeAsync(message.Person, message.Channel, purpose, cancellation);
        return UnsubscribePage.Done();
    }
}
