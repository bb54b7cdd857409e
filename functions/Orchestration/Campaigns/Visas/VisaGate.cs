using Orchestration.Messages.Library;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Visas;

/// <summary>The content of a send as it stands now, and whether its visa is there.</summary>
/// <param name="Content">Null when its template is not published.</param>
/// <param name="Visa">On that very content.</param>
public sealed record ContentVisa(SendContent? Content, VisaStatus Visa)
{
    public bool IsGranted => Content is not null && Visa == VisaStatus.Granted;

    /// <summary>In French, what is missing.</summary>
    public string? Missing =>
        Content is null ? "le gabarit n’est pas encore publié"
        : Visa switch
        {
            VisaStatus.Granted => null,
            VisaStatus.Refused => "visa refusé",
            _ => "visa attendu",
        };
}

/// <summary>No content goes without a visa on its very bytes; a content that has none yet is put before the validators.</summary>
public sealed class VisaGate(ContentLibrary library, VisaStore visas)
{
    public async Task<ContentVisa> CheckAsync(PlannedSend plan, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await library.ResolveAsync(plan, cancellation) is not { } content)
            return new ContentVisa(null, VisaStatus.Pending);
        var subject = plan.Pinned?.Approval ?? plan.Key;
        var visa = await visas.StatusAsync(subject, content.Hash, cancellation);
        if (visa == VisaStatus.Pending)
        {
            var neededBy = plan.Zones.Min(zone => zone.PrepareAt);
            var caisse = plan.Type == CampaignType.Custom && plan.Pinned is not null ? plan.Caisses[0] : null;
            await visas.RequestAsync(
                new VisaRequest(subject, content.Hash, plan.Template, content.Author, plan.CampaignTitle, neededBy, now, caisse), cancellation);
        }

        return new ContentVisa(content, visa);
    }
}
