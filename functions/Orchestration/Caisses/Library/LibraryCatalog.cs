using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages.Library;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Library;

/// <summary>What caisses may order or fill in, and why not.</summary>
public sealed class LibraryCatalog(ContentLibrary library, VisaStore visas, SnapshotStore snapshots, Clocks clocks)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Every model and layout, by kind and name.</summary>
    public async Task<IReadOnlyList<LibraryEntry>> AllAsync(CancellationToken cancellation)
    {
        var models = await ModelsAsync(cancellation);
        var schema = await SchemaAsync(cancellation);
        return await Task.WhenAll(models.Select(model => EntryAsync(model, schema, cancellation)));
    }

    /// <returns>Null when no such model or layout is published.</returns>
    public async Task<LibraryEntry?> FindAsync(LibraryKind kind, string name, CancellationToken cancellation) =>
        (await ModelsAsync(cancellation)).FirstOrDefault(model => model.Kind == kind && model.Name == name) is { } found
            ? await EntryAsync(found, await SchemaAsync(cancellation), cancellation)
            : null;

    /// <summary>What is published, without where it stands.</summary>
    public async Task<IReadOnlyList<LibraryModel>> ModelsAsync(CancellationToken cancellation) =>
    [
        .. (await library.PackagesAsync(cancellation)).Values
            .Select(LibraryModel.Of).OfType<LibraryModel>()
            .OrderBy(model => model.Kind).ThenBy(model => model.Name, StringComparer.Ordinal),
    ];

    private async Task<LibraryEntry> EntryAsync(LibraryModel model, DatamartSchema? schema, CancellationToken cancellation)
    {
        var visa = await visas.StatusAsync(model.Visa, model.Hash, cancellation);
        var today = LocalTime.DateOf(clocks.Business.GetUtcNow(), Paris);
        return new LibraryEntry(model, visa, [.. OfVisa(visa), .. OfOrder(model, schema, today)]);
    }

    private static IEnumerable<string> OfVisa(VisaStatus visa)
    {
        if (visa != VisaStatus.Granted)
            yield return visa == VisaStatus.Pending ? "Son visa est attendu." : "Son visa a été refusé.";
    }

    private static IEnumerable<string> OfOrder(LibraryModel model, DatamartSchema? schema, DateOnly today)
    {
        if (schema is null)
            yield return French.Text($"Aucun datamart n'a encore été livré.");
        if (model.Manifest.Order is not { } order)
            yield break;
        if (order.From > today)
            yield return French.Text($"Il n'ouvre aux commandes que le {FrenchDates.Long(order.From.Value)}.");
        if (order.Until < today)
            yield return French.Text($"Il ne part plus depuis le {FrenchDates.Long(order.Until.Value)}.");
        if (schema is not null && Unknown(model.Manifest, order, schema) is { } unknown)
            yield return French.Text($"Le datamart ne permet pas de trouver son public : {unknown}");
    }

    private static string? Unknown(TemplateManifest manifest, OrderSection order, DatamartSchema schema)
    {
        if (schema.Find(manifest.Population) is not { } population)
            return French.Text($"il ne décrit pas les {ValueNames.Of(manifest.Population)}.");
        return order.Options.Select(option => option.Audience).Prepend(order.Audience)
            .SelectMany(criterion => Criterion.Parse(criterion, population).Problems)
            .FirstOrDefault()?.What;
    }

    private async Task<DatamartSchema?> SchemaAsync(CancellationToken cancellation) =>
        await snapshots.CurrentAsync(cancellation) is { } snapshot ? await snapshots.SchemaAsync(snapshot, cancellation) : null;
}
