using System.Globalization;
using Orchestration.Audience.Decisions;
using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Audience.Suppressions;

/// <summary>The message behind a link.</summary>
public sealed record LinkedMessage(SendKey Send, string Caisse, string Person, Channel Channel);

/// <summary>Finds the message behind a link, as long as its decisions are kept.</summary>
public sealed class MessageFinder(Containers containers)
{
    /// <summary>Notes how links will name a send. Repeating it changes nothing.</summary>
    public Task RegisterAsync(SendKey send, CancellationToken cancellation) =>
        containers.Sends.TryCreateAsync(Path(LinkSigner.Reference(send, "", 0, 0).Send), send, cancellation);

    /// <returns>Null when nothing is known of it any more.</returns>
    public async Task<LinkedMessage?> FindAsync(MessageLink link, CancellationToken cancellation)
    {
        var caisse = CaisseDirectory.All.FirstOrDefault(caisse => LinkSigner.CaisseCode(caisse.Id) == link.Caisse);
        if (caisse is null
            || await containers.Sends.TryReadAsync<SendKey>(Path(link.Send), cancellation) is not { Value: var send }
            || await containers.Decisions.TryReadAsync<DecisionIndex>(DecisionPaths.Index(send, caisse.Id), cancellation) is not { Value: var index })
            return null;
        for (var part = 1; part <= index.Parts; part++)
        {
            var path = DecisionPaths.Part(send, caisse.Id, index.Run, part);
            var decisions = Ndjson.Read<Decision>((await containers.Decisions.GetBlobClient(path).DownloadContentAsync(cancellation)).Value.Content);
            if (decisions.FirstOrDefault(decision => decision.Lot == link.Lot && decision.Index == link.Index) is { } found)
                return new LinkedMessage(send, caisse.Id, found.Person, found.Channel!.Value);
        }

        return null;
    }

    private static string Path(ulong send) => $"links/{send.ToString("x16", CultureInfo.InvariantCulture)}.json";
}
