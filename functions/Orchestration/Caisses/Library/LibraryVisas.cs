using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages.Library;

namespace Orchestration.Caisses.Library;

/// <summary>Asks validators for the visa of every model and layout that caisses could use, as soon as it is published.</summary>
public sealed class LibraryVisas(
    LibraryCatalog catalog, ContentLibrary library, VisaStore visas, IOptions<CaisseOptions> options, Clocks clocks)
{
    /// <summary>Asking again changes nothing; what was decided is not asked again.</summary>
    public async Task RequestAsync(CancellationToken cancellation)
    {
        foreach (var model in await catalog.ModelsAsync(cancellation))
        {
            if (await visas.StatusAsync(model.Visa, model.Hash, cancellation) == VisaStatus.Pending
                && await visas.FindRequestAsync(model.Visa, model.Hash, cancellation) is null)
                await RequestAsync(model, cancellation);
        }
    }

    private async Task RequestAsync(LibraryModel model, CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var opens = model.Manifest.Order?.From is { } from ? new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) : now;
        var soon = now.AddDays(options.Value.ModelVisaDays);
        await library.KeepAsync(model.Bundle, cancellation);
        await visas.RequestAsync(
            new VisaRequest(
                model.Visa, model.Hash, model.Manifest.Id, model.Manifest.Author, model.Manifest.Title, opens > soon ? opens : soon, now),
            cancellation);
    }
}
