using Orchestration.Campaigns.Visas;

namespace Orchestration.Caisses.Library;

/// <summary>A model or layout as it stands now.</summary>
/// <param name="Model">What it is.</param>
/// <param name="Visa">Whether validators have approved it.</param>
/// <param name="Hindrances">In French, why caisses cannot use it now; none when they can.</param>
public sealed record LibraryEntry(LibraryModel Model, VisaStatus Visa, IReadOnlyList<string> Hindrances)
{
    public bool IsOrderable => Hindrances.Count == 0;
}
