using Orchestration.Campaigns;
using Orchestration.Storage;

namespace Orchestration.Audience.Decisions;

/// <summary>Commits and reads decision indexes. One that is committed never changes: it is read once.</summary>
internal static class DecisionIndexes
{
    private const int BytesPerLot = 200;

    /// <returns>The index that counts: this one, or that of the run which was first.</returns>
    public static async Task<DecisionIndex> CommitAsync(this Containers containers, DecisionIndex index, CancellationToken cancellation)
    {
        var path = DecisionPaths.Index(index.SendKey, index.Caisse);
        return await containers.Decisions.TryCreateAsync(path, index, cancellation)
            ? containers.Keep(path, index)
            : await containers.TryReadIndexAsync(index.SendKey, index.Caisse, cancellation) ?? throw new MissingBlobException(path);
    }

    /// <returns>Null when no decision was made.</returns>
    public static async Task<DecisionIndex?> TryReadIndexAsync(
        this Containers containers, SendKey send, string caisse, CancellationToken cancellation)
    {
        var path = DecisionPaths.Index(send, caisse);
        if (containers.Recent.TryGet<DecisionIndex>($"{containers.Decisions.Name}/{path}", out var known))
            return known;
        var read = await containers.Decisions.TryReadAsync<DecisionIndex>(path, cancellation);
        return read is null ? null : containers.Keep(path, read.Value);
    }

    private static DecisionIndex Keep(this Containers containers, string path, DecisionIndex index)
    {
        containers.Recent.Keep($"{containers.Decisions.Name}/{path}", index, BytesPerLot * (10 + index.Lots.Count));
        return index;
    }
}
