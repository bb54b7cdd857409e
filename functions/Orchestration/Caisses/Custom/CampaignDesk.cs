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
        var form = CampaignForm.Read(body);
        var layout = await LayoutAsync(form, body, cancellation);
        if (layout is null)
            return null;

        await CheckAudienceAsync(form, layout, body, cancellation);
        var (zones, filled) = Fill(form, layout, body);
        var channels = ChannelsOf(form, layout, body);
        var bundle = filled is null || form.Audience is null || channels.Count == 0
            ? null
            : ContentBundle.Create(filled, channels, form.Audience, new Dictionary<string, string>());
        if (form is not { Title: { } title, Theme: { } theme, Date: { } date } || channels.Count == 0)
            return null;

        var pinned = bundle is null ? null : new PinnedContent(bundle.ComputeHash(), author.Id);
        var wish = new OrderWish(
            OrderId.Create(caisse, DateTimeOffset.UnixEpoch, author.IsTest, salt: 0), caisse, CampaignType.Custom, title, layout.Manifest.Purpose, theme, layout.Manifest.Population, form.Audience ?? "", channels,
            layout.Manifest.Id, date, form.Window, Priority, form.IfBusy) { Pinned = pinned };
        var planning = await orders.PlanAsync(wish, cancellation);
        body.Faults.Add(planning);
        return body.Faults.Any || bundle is null ? null : new CampaignDraft(layout, zones, filled!, bundle, wish, planning);
    }

    private async Task<LibraryModel?> LayoutAsync(CampaignForm form, BodyReader body, CancellationToken cancellation)
    {
        if (form.Layout is not { } name)
            return null;
        if (await catalog.FindAsync(LibraryKind.Custom, name, cancellation) is not { } entry)
        {
            body.Faults.Add(body.PointerOf("layout"), French.Text($"Aucun gabarit à remplir ne s'appelle « custom/{name} »."), "Prenez l'un de ceux de GET /api/library.");
            return null;
        }

        foreach (var hindrance in entry.Hindrances)
            body.Faults.Add(body.PointerOf("layout"), French.Text($"Ce gabarit ne peut pas servir maintenant : {hindrance}"), "Prenez-en un autre, ou réessayez plus tard.");
        if (form.Version is { } version && version != entry.Model.Manifest.Version)
        {
            body.Faults.Add(
                body.PointerOf("version"), French.Text($"Le gabarit en est à la version {entry.Model.Manifest.Version}, et non {version}."),
                "Relisez ses zones avec GET /api/library, puis donnez cette version.");
        }

        return entry.Model;
    }

    private async Task CheckAudienceAsync(CampaignForm form, LibraryModel layout, BodyReader body, CancellationToken cancellation)
    {
        if (form.Audience is not { } criterion || await snapshots.CurrentAsync(cancellation) is not { } snapshot)
            return;
        if ((await snapshots.SchemaAsync(snapshot, cancellation)).Find(layout.Manifest.Population) is not { } schema)
        {
            body.Faults.Add(body.PointerOf("layout"), French.Text($"Le datamart ne décrit pas les {ValueNames.Of(layout.Manifest.Population)}."), "Prenez un autre gabarit.");
            return;
        }

        foreach (var problem in AudienceRules.Problems(criterion, schema, options.Value.OpenFields))
        {
            body.Faults.Add(
                body.PointerOf("audience"), French.Text($"Caractère {problem.Offset + 1} : {problem.What.TrimEnd('.')}."), Sentence.Capitalized(problem.Mend.TrimEnd('.')) + ".");
        }
    }

    private (IReadOnlyDictionary<string, string> Zones, TemplatePackage? Filled) Fill(CampaignForm form, LibraryModel layout, BodyReader body)
    {
        if (form.Zones is not { } zones)
            return (new Dictionary<string, string>(), null);
        var before = body.Faults.All.Count;
        var texts = ZoneBody.Read(zones, layout.Manifest.Zones, messages.Value);
        if (body.Faults.All.Count > before)
            return (texts, null);
        var (filled, problems) = layout.Package.Fill(texts, messages.Value);
        ZoneBody.Tell(layout.Package, problems, body.PointerOf("zones"), body.Faults);
        if (filled is not null)
            Discretion.Check(filled, body.PointerOf("zones"), body.Faults);
        return (texts, filled);
    }

    private static IReadOnlyList<Channel> ChannelsOf(CampaignForm form, LibraryModel layout, BodyReader body)
    {
        foreach (var channel in form.Channels.Except(layout.Manifest.Channels))
        {
            body.Faults.Add(
                body.PointerOf("channels"), French.Text($"Ce gabarit ne part pas par {ChannelNames.Of(channel)}."),
                French.Text($"Choisissez parmi : {string.Join(", ", layout.Manifest.Channels.Select(Spelling.Of))}."));
        }

        return form.Channels.Count > 0 ? [.. form.Channels.Intersect(layout.Manifest.Channels)] : layout.Manifest.Channels;
    }
}
