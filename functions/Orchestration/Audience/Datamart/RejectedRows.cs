using System.Text;
using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary>The reject file of a shard: <c>snapshots/{date}/rejects/{public}/{caisse}.csv</c>, with the line and the reason of each row set aside.</summary>
public static class RejectedRows
{
    public static async Task WriteAsync(
        Containers containers, DateOnly snapshot, Population population, string caisse, IReadOnlyList<RejectedRow> rows, CancellationToken cancellation)
    {
        var csv = new StringBuilder("ligne;motif\n");
        foreach (var row in rows)
            csv.Append(row.Line).Append(';').Append('"').Append(row.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        var path = $"{SnapshotStore.Folder(snapshot)}/rejects/{population}/{caisse}.csv".ToLowerInvariant();
        var known = $"{containers.Snapshots.Name}/{path}";
        if (containers.Recent.TryGet<string>(known, out var written) && written == csv.ToString())
            return;
        if (rows.Count == 0)
            await containers.Snapshots.DeleteBlobIfExistsAsync(path, cancellationToken: cancellation);
        else
            await containers.Snapshots.WriteAsync(path, BinaryData.FromString(csv.ToString()), "text/csv; charset=utf-8", cancellation);
        containers.Recent.Keep(known, csv.ToString(), 2 * csv.Length);
    }
}
