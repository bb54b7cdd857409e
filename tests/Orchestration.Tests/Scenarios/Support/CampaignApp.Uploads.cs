using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Revisions;
using Orchestration.Local;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What planners, authors and the datamart upload.</summary>
public sealed partial class CampaignApp
{
    public async Task UploadDatamartAsync(TestDatamart people)
    {
        await people.UploadAsync(Containers);
        await UntilAsync(
            async () => await Services.GetRequiredService<SnapshotStore>().CurrentAsync(default) == people.Date, "the datamart is current");
    }

    /// <summary>The real templates, with files changed or added.</summary>
    public async Task<JsonElement> UploadTemplatesAsync(params (string Path, Func<string, string> Change)[] changes)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(SampleFiles.Templates, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(SampleFiles.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (path, change) in changes)
            await File.WriteAllTextAsync(folder.File(path), change(await File.ReadAllTextAsync(folder.File(path))));
        return await ReportOnAsync(
            Containers.TemplateReports, "templates.json", () => new Uploads(Containers).TemplatesAsync(folder.Path, CancellationToken.None));
    }

    /// <summary>One more file of a template, and its manifest again: a folder is read when its manifest comes.</summary>
    public async Task AddTemplateFileAsync(string path, byte[] content)
    {
        var folder = string.Join('/', path.Split('/').Take(2));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SampleFiles.Templates, folder)).Where(file => Path.GetFileName(file) != "template.yaml"))
            await UploadAsync($"{folder}/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));
        await UploadAsync(path, content);
        var report = await ReportOnAsync(Containers.TemplateReports, $"{folder}.json", async () =>
            await UploadAsync($"{folder}/template.yaml", await File.ReadAllBytesAsync(Path.Combine(SampleFiles.Templates, folder, "template.yaml"))));
        Assert.Empty(report.GetProperty("problems").EnumerateArray());

        Task UploadAsync(string name, byte[] bytes) => Containers.Templates.GetBlobClient(name).UploadAsync(new BinaryData(bytes), overwrite: true);
    }

    /// <summary>Uploads, waits for the report, and, unless it is refused or waits, until it is applied.</summary>
    public async Task<JsonElement> UploadCalendarAsync(string yaml)
    {
        var blob = Containers.Calendars.GetBlobClient("calendrier.yaml");
        var report = await ReportOnAsync(
            Containers.CalendarReports, "calendrier.json", () => blob.UploadAsync(BinaryData.FromString(yaml), overwrite: true));
        if (report.GetProperty("outcome").GetString() == "accepted")
            await UntilRevisionAsync(report.GetProperty("calendar").GetProperty("revision").GetInt32(), RevisionPhase.Applied);
        return report;
    }

    /// <summary>The agency's waves, as a CSV; waits for their report.</summary>
    public Task<JsonElement> UploadWavesAsync(params string[] rows)
    {
        var csv = string.Concat(rows.Prepend("Campagne;Vague;Début;Fin;Médias;Budget (k€)").Select(row => row + "\r\n"));
        return ReportOnAsync(
            Containers.WaveReports, "plan-media.json", () => Containers.Waves.GetBlobClient("plan-media.csv").UploadAsync(BinaryData.FromString(csv), overwrite: true));
    }

    private static async Task<JsonElement> ReportOnAsync(BlobContainerClient reports, string name, Func<Task> upload)
    {
        var blob = reports.GetBlobClient(name);
        var before = await blob.ExistsAsync() ? (await blob.GetPropertiesAsync()).Value.ETag : default;
        await upload();
        await UntilAsync(async () => await blob.ExistsAsync() && (await blob.GetPropertiesAsync()).Value.ETag != before, $"{name} is written");
        return (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<JsonElement>();
    }
}
