using Azure.Storage.Blobs;
using Orchestration.Calendars;
using Orchestration.Storage;

namespace Orchestration.Local;

/// <summary>What the reports on calendars and on templates have in common.</summary>
/// <param name="Problems">Every one, in the order of the file.</param>
internal sealed record UploadReport(IReadOnlyList<UploadReport.Problem> Problems)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public IEnumerable<Problem> Errors => Problems.Where(problem => problem.Severity is null or Severity.Error);

    /// <summary>Waits for the report that follows an upload.</summary>
    /// <param name="reports">Where it appears.</param>
    /// <param name="name">Without its extension.</param>
    /// <param name="upload">Uploads.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<UploadReport> AfterAsync(BlobContainerClient reports, string name, Func<Task> upload, CancellationToken cancellation)
    {
        // The page is written last.
        var page = reports.GetBlobClient($"{name}.html");
        var before = await VersionAsync(page, cancellation);
        await upload();
        while (await VersionAsync(page, cancellation) == before)
            await Task.Delay(Glance, cancellation);
        return await reports.ReadAsync<UploadReport>($"{name}.json", cancellation);
    }

    private static async Task<string?> VersionAsync(BlobClient blob, CancellationToken cancellation) =>
        await blob.ExistsAsync(cancellation) ? (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag.ToString() : null;

    /// <summary>A calendar says what is wrong as <c>What</c>, a template as <c>Message</c>, with its file.</summary>
    internal sealed record Problem(Severity? Severity, string? File, int Line, int Column, string? What, string? Message, string? Mend)
    {
        /// <summary>« 12:5 La vague « x » n’existe pas. Vouliez-vous dire « y » ? ».</summary>
        public override string ToString() => $"{File}{(File is null ? "" : ":")}{Line}:{Column} {What}{Message} {Mend}".TrimEnd();
    }
}
