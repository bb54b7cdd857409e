using Orchestration.Caisses.Library;
using Orchestration.Campaigns;
using Orchestration.Http;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Orders;

/// <summary>From the body of an order to a wish: pure. Whatever of it does not suit the model is a fault at its place.</summary>
internal static class ModelWish
{
    /// <param name="request">As read.</param>
    /// <param name="entries">What the library has.</param>
    /// <param name="caisse">Id.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>Null when there is no telling what would be planned.</returns>
    public static (OrderWish Wish, LibraryModel Model)? Of(
        OrderRequest request, IReadOnlyList<LibraryEntry> entries, string caisse, Faults faults)
    {
        var models = entries.Where(entry => entry.Model.Kind == LibraryKind.Library).ToArray();
        var id = request.Model;
        if (id.Length == 0)
            return null;
        if (Array.Find(models, entry => entry.Model.Manifest.Id == id) is not { } entry)
        {
            var near = NearNames.Find(id, models.Select(model => model.Model.Manifest.Id));
            faults.Add(
                "/model", French.Text($"La bibliothèque n'a pas de modèle « {id} »."),
                near is null ? "« GET /api/library » liste les modèles." : French.Text($"Vouliez-vous écrire « {near} » ?"));
            return null;
        }

        CheckState(request, entry, faults);
        var order = entry.Model.Manifest.Order!;
        var options = ReadOptions(request.Options ?? [], order, faults);
        var window = Narrow(request.Window, order.Window, faults);
        return request.Date == default ? null : (Wish(request, entry.Model, order, caisse, options, window), entry.Model);
    }

    private static void CheckState(OrderRequest request, LibraryEntry entry, Faults faults)
    {
        var published = entry.Model.Manifest.Version;
        if (request.Version != 0 && request.Version != published)
            faults.Add("/version", $"La version publiée de ce modèle est la {published}, et non la {request.Version}.", $"Relisez le modèle, puis écrivez {published}.");
        foreach (var hindrance in entry.Hindrances)
            faults.Add("/model", French.Text($"Ce modèle ne peut pas être commandé maintenant. ") + hindrance, "Choisissez un autre modèle, ou attendez.");
    }

    private static List<OrderOption> ReadOptions(IReadOnlyList<string> ids, OrderSection order, Faults faults)
    {
        var chosen = new List<OrderOption>();
        for (var i = 0; i < ids.Count; i++)
        {
            var option = order.Options.FirstOrDefault(option => option.Id == ids[i]);
            if (option is null)
                faults.Add($"/options/{i}", French.Text($"Ce modèle n'a pas d'option « {ids[i]} »."), KnownOptions(ids[i], order));
            else if (chosen.Contains(option))
                faults.Add($"/options/{i}", French.Text($"L'option « {ids[i]} » est donnée deux fois."), "Gardez-la une fois.");
            else
                chosen.Add(option);
        }

        return chosen;
    }

    private static string KnownOptions(string given, OrderSection order) =>
        order.Options.Count == 0 ? "Retirez-la : ce modèle n'a pas d'options."
        : NearNames.Find(given, order.Options.Select(option => option.Id)) is { } near ? French.Text($"Vouliez-vous écrire « {near} » ?")
        : French.Text($"Ses options sont {French.And([.. order.Options.Select(option => $"« {option.Id} »")])}.");

    private static TimeWindow? Narrow(TimeWindow? asked, TimeWindow? model, Faults faults)
    {
        if (asked is not { } narrower || model is not { } hours)
            return asked ?? model;
        if (narrower.Intersect(hours) is { } common)
            return common;
        faults.Add("/window", French.Text($"Ce modèle ne part que {SlotWords.Hours(hours)}."), "Choisissez une plage dans ces heures, ou retirez « window ».");
        return model;
    }

    private static OrderWish Wish(
        OrderRequest request, LibraryModel model, OrderSection order, string caisse, List<OrderOption> options, TimeWindow? window) => new(
        OrderId.Create(caisse, DateTimeOffset.UnixEpoch, isTest: false, salt: 0),
        caisse,
        CampaignType.ReadyMade,
        request.Title ?? model.Manifest.Title,
        model.Manifest.Purpose,
        order.Theme,
        model.Manifest.Population,
        options.Count == 0 ? order.Audience : string.Join(" && ", options.Select(option => option.Audience).Prepend(order.Audience).Select(criterion => $"({criterion})")),
        model.Manifest.Channels,
        model.Manifest.Id,
        request.Date,
        window,
        order.Priority,
        request.IfBusy ?? IfBusy.Refuse)
        {
            Until = order.Until,
            Pinned = new PinnedContent(model.Hash, model.Manifest.Author, model.Visa),
        };
}
