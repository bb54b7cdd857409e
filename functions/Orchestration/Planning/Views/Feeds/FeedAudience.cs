using System.Diagnostics.CodeAnalysis;
using Orchestration.Caisses;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>Whose calendar it is.</summary>
/// <param name="Name">As in addresses: <c>dicom</c>, <c>ddo</c>, or the id of a caisse.</param>
/// <param name="Caisse">Null for the two that are not a caisse.</param>
public sealed record FeedAudience(string Name, Caisse? Caisse)
{
    /// <summary>Plans: waves, sends, letters, visas.</summary>
    public static FeedAudience Dicom { get; } = new("dicom", null);

    /// <summary>Operates: preparations, slots, visas.</summary>
    public static FeedAudience Ddo { get; } = new("ddo", null);

    public static bool TryParse(string name, [NotNullWhen(true)] out FeedAudience? audience)
    {
        audience = name == Dicom.Name ? Dicom
            : name == Ddo.Name ? Ddo
            : CaisseDirectory.Find(name) is { } caisse ? new FeedAudience(caisse.Id, caisse)
            : null;
        return audience is not null;
    }
}
