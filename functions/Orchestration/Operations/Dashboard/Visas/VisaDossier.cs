using Microsoft.Extensions.Options;
using Orchestration.Caisses.Library;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Library;
using Orchestration.Messages.Rendering;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>All that somebody needs to decide on a content.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Decisions">Already taken on this very content, in order.</param>
/// <param name="Content">All that the visa covers.</param>
/// <param name="Sample">Null when it cannot be rendered any more.</param>
/// <param name="LastApproved">
/// The decision on the content that was approved last before, or, for what a caisse wrote, on the layout that it filled in; null when there is none.
/// </param>
/// <param name="Difference">With that content.</param>
internal sealed record VisaDossier(
    VisaRequest Request,
    IReadOnlyList<Visa> Decisions,
    ContentBundle Content,
    ContentSample? Sample,
    Visa? LastApproved,
    ContentDifference? Difference);

/// <summary>Gathers dossiers.</summary>
public sealed class VisaDossiers(VisaStore visas, ContentLibrary library, IOptions<MessageSettings> settings)
{
    private const int HashLength = 64;

    /// <returns>Null when nobody asked for a visa on such a content.</returns>
    internal async Task<VisaDossier?> FindAsync(string send, string hash, CancellationToken cancellation)
    {
        if (await FindRequestAsync(send, hash, cancellation) is not { } request)
            return null;
        var content = await library.ReadAsync(hash, cancellation);
        var history = await visas.HistoryAsync(request.Send, cancellation);
        var last = VisaHistory.LastApproved(await BasisAsync(request, history, cancellation), hash);
        return new VisaDossier(
            request,
            [.. history.Where(visa => visa.ContentHash == hash)],
            content,
            Sample(content),
            last,
            last is null ? null : ContentDifference.Of(await library.ReadAsync(last.ContentHash, cancellation), content));
    }

    /// <summary>The body of the e-mail that the sample gives, and nothing else.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<string?> SampleAsync(string send, string hash, CancellationToken cancellation) =>
        await FindRequestAsync(send, hash, cancellation) is not null
            ? Sample(await library.ReadAsync(hash, cancellation))?.Preview.Html
            : null;

    /// <summary>A custom campaign goes out once: what it is compared with is the layout that Dicom approved.</summary>
    private async Task<IReadOnlyList<Visa>> BasisAsync(VisaRequest request, IReadOnlyList<Visa> history, CancellationToken cancellation) =>
        request.Caisse is not null && request.Template.Split('/') is [_, var layout]
            ? await visas.HistoryAsync(LibraryModel.VisaOf(LibraryKind.Custom, layout, 1), cancellation)
            : history;

    private async Task<VisaRequest?> FindRequestAsync(string send, string hash, CancellationToken cancellation) =>
        SendKey.TryParse(send, out var key) && hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower)
            ? await visas.FindRequestAsync(key, hash, cancellation)
            : null;

    private ContentSample? Sample(ContentBundle content)
    {
        try
        {
            return CompiledContent.RenderSample(content, settings.Value);
        }
        catch (InvalidContentException)
        {
            // The page says so; a rule may have become stricter since.
            return null;
        }
    }
}
