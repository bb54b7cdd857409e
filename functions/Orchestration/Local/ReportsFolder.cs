using Orchestration.Storage;

namespace Orchestration.Local;

/// <summary>Copies the reports out of the storage, for those who have no tool to look into it.</summary>
internal static class ReportsFolder
{
    public static string Of(string folder) => Path.Combine(folder, "reports");

    /// <param name="containers">Where the reports are.</param>
    /// <param name="folder">The app's.</param>
    /// <param name="cancellation">Ends the copy.</param>
    /// <returns>How many files there are.</returns>
    public static async Task<int> CopyAsync(Containers containers, string folder, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var container in new[] { containers.Reports, containers.CalendarReports, containers.TemplateReports })
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                var file = Path.Combine([Of(folder), container.Name, .. blob.Name.Split('/')]);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await container.GetBlobClient(blob.Name).DownloadToAsync(file, cancellation);
                count++;
            }
        }

        return count;
    }
}
