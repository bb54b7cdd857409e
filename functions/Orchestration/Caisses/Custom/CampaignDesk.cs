using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses.Library;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>Reads what a caisse wrote, checks all of it, and plans it; nothing is kept or started.</summary>
public sealed class CampaignDesk(
    LibraryCatalog catalog, SnapshotStore snapshots, OrderDesk orders, IOptions<CaisseOptions> options, IOptions<MessageSettings> messages)
{
    /// <summary>Below ready-made campaigns (domain.md D, « Arbitrage proposé »).</summary>
    private const int Priority = 30;

    /// <param name="body">Its faults tell everything that is wrong.</param>
    /// <param name="caisse">Id of the only caisse that it reaches.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Null when there is a fault.</returns>
    public async Task<CampaignDraft?> DraftAsync(BodyReader body, string caisse, Caller author, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(author);
        var faults = body.Faults;
        var request = CampaignRequest.Read(body);
        if (await LayoutAsync(request, faults, cancellation) is not { } layout)
            return null;

        await CheckAudienceAsync(request, layout, faults, cancellation);
        var zones = Checked(request.Zones, layout, faults);
        var filled = zones is null ? null : Fill(zones, layout, faults);
        var channels = ChannelsOf(request, layout, faults);
        var bundle = filled is null || channels.Count == 0
            ? null
            : ContentBundle.Create(filled, channels, request.Audience, new Dictionary<string, string>());
        if (WishOf(request, layout, caisse, author, channels, bundle) is not { } wish)
            return null;

        var planning = await orders.PlanAsync(wish, cancellation);
        faults.Add(planning);
        return faults.Any || bundle is null ? null : new CampaignDraft(layout, zones!, filled!, bundle, wish, planning);
    }

    private async Task<LibraryModel?> LayoutAsync(CampaignRequest request, Faults faults, CancellationToken cancellation)
    {
        if (request.Layout is not { Length: > 0 } id)
            return null;
        if (await catalog.FindAsync(LibraryKind.Custom, id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], cancellation) is not { } entry)
        {
            faults.Add("/layout", French.Text($"Aucun gabarit à remplir ne s'appelle « {id} »."), "Prenez l'un de ceux de « GET /api/library ».");
            return null;
        }

        foreach (var hindrance in entry.Hindrances)
            faults.Add("/layout", "Ce gabarit ne peut pas servir maintenant. " + hindrance, "Prenez-en un autre, ou attendez.");
        var published = entry.Model.Manifest.Version;
        if (request.Version > 0 && request.Version != published)
            faults.Add("/version", $"La version publiée de ce gabarit est la {published}, et non la {request.Version}.", $"Relisez ses zones, puis écrivez {published}.");
        return entry.Model;
    }

    private async Task CheckAudienceAsync(CampaignRequest request, LibraryModel layout, Faults faults, CancellationToken cancellation)
    {
        if (request.Audience is not { Length: > 0 } criterion || await snapshots.CurrentAsync(cancellation) is not { } snapshot)
            return;
        if ((await snapshots.SchemaAsync(snapshot, cancellation)).Find(layout.Manifest.Population) is not { } schema)
        {
            faults.Add("/layout", $"Le datamart ne décrit pas les {ValueNames.Of(layout.Manifest.Population)}.", "Prenez un autre gabarit.");
            return;
        }

        foreach (var problem in AudienceRules.Problems(criterion, schema, options.Value.OpenFields))
        {
            faults.Add(
                "/audience", French.Text($"Caractère {problem.Offset + 1} : {problem.What.TrimEnd('.')}."), Sentence.Capitalized(problem.Mend.TrimEnd('.')) + ".");
        }
    }

    /// <returns>Null when a zone has a fault.</returns>
    private IReadOnlyDictionary<string, string>? Checked(IReadOnlyDictionary<string, string?> written, LibraryModel layout, Faults faults)
    {
        var before = faults.All.Count;
        var texts = ZoneFaults.Check(written, layout.Manifest.Zones, messages.Value, faults);
        return faults.All.Count > before || written.Values.Contains(null) ? null : texts;
    }

    /// <returns>Null when the messages would have a fault.</returns>
    private TemplatePackage? Fill(IReadOnlyDictionary<string, string> zones, LibraryModel layout, Faults faults)
    {
        var (filled, problems) = layout.Package.Fill(zones, messages.Value);
        faults.Add(layout.Package, problems);
        if (filled is not null)
            Discretion.Check(filled, faults);
        return filled;
    }

    private static IReadOnlyList<Channel> ChannelsOf(CampaignRequest request, LibraryModel layout, Faults faults)
    {
        var offered = layout.Manifest.Channels;
        foreach (var channel in (request.Channels ?? []).Except(offered))
        {
            faults.Add(
                "/channels", $"Ce gabarit ne part pas par {ChannelNames.Of(channel)}.",
                $"Écrivez {French.Or([.. offered.Select(one => $"« {Spelling.Of(one)} »")])}.");
        }

        return request.Channels is null ? offered : [.. request.Channels.Intersect(offered)];
    }

    /// <returns>Null when there is no telling what would be planned.</returns>
    private static OrderWish? WishOf(
        CampaignRequest request, LibraryModel layout, string caisse, Caller author, IReadOnlyList<Channel> channels, ContentBundle? bundle)
    {
        if (request.Theme.Length == 0 || request.Date == default || channels.Count == 0)
            return null;
        var manifest = layout.Manifest;
        return new OrderWish(
            OrderId.Create(caisse, DateTimeOffset.UnixEpoch, author.IsTest, salt: 0), caisse, CampaignType.Custom, request.Title, manifest.Purpose, request.Theme,
            manifest.Population, request.Audience, channels, manifest.Id, request.Date, request.Window, Priority, request.IfBusy ?? IfBusy.Refuse)
        {
            Pinned = bundle is null ? null : new PinnedContent(bundle.ComputeHash(), author.Id),
        };
    }
}
