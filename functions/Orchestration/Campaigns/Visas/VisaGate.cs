using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Messages.Library;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Visas;

/// <summary>The content of a send as it stands now, and whether its visa is there.</summary>
/// <param name="Content">Null when its template is not published.</param>
/// <param name="Visa">On that very content.</param>
/// <param name="IsOfCaisse">Whether a second person of the caisse gives it, in the place of Dicom.</param>
public sealed record ContentVisa(SendContent? Content, VisaStatus Visa, bool IsOfCaisse = false)
{
    public bool IsGranted => Content is not null && Visa == VisaStatus.Granted;

    /// <summary>In French, what is missing.</summary>
    public string? Missing =>
        Content is null ? "le gabarit n’est pas encore publié"
        : Visa switch
        {
            VisaStatus.Granted => null,
            VisaStatus.Refused when IsOfCaisse => "la seconde personne a refusé",
            VisaStatus.Refused => "visa refusé",
            _ when IsOfCaisse => "attend une seconde personne",
            _ => "visa attendu",
        };
}

/// <summary>
/// No content goes without a visa on its very bytes; a content that has none yet is put before the validators. What a caisse wrote is put before a second
/// person of that caisse, or, where the installation wants no second person, confirmed by the order itself.
/// </summary>
public sealed class VisaGate(ContentLibrary library, VisaStore visas, IOptions<CaisseOptions> caisses)
{
    public async Task<ContentVisa> CheckAsync(PlannedSend plan, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await library.ResolveAsync(plan, cancellation) is not { } content)
            return new ContentVisa(null, VisaStatus.Pending);
        var isOfCaisse = plan is { Type: CampaignType.Custom, Pinned.Approval: null };
        var subject = plan.Pinned?.Approval ?? plan.Key;
        var visa = await visas.StatusAsync(subject, content.Hash, cancellation);
        // Pending only: what somebody refused while a second person was wanted stays refused.
        if (isOfCaisse && !caisses.Value.SecondPerson && visa == VisaStatus.Pending)
            return new ContentVisa(content, VisaStatus.Granted, isOfCaisse);
        if (visa == VisaStatus.Pending)
        {
            var neededBy = plan.Zones.Min(zone => zone.PrepareAt);
            var caisse = isOfCaisse ? plan.Caisses[0] : null;
            await visas.RequestAsync(
                new VisaRequest(subject, content.Hash, plan.Template, content.Author, plan.CampaignTitle, neededBy, now, caisse), cancellation);
        }

        return new ContentVisa(content, visa, isOfCaisse);
    }
}
