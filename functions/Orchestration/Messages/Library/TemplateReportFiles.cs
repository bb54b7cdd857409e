using System.Text.Json;
using Azure.Storage.Blobs;
using Orchestration.Pages;
using Orchestration.Storage;

namespace Orchestration.Messages.Library;

/// <summary>Writes the report on uploaded templates, as JSON and as a page.</summary>
internal static class TemplateReportFiles
{
    public static async Task WriteAsync(BlobContainerClient container, TemplateReport report, CancellationToken cancellation)
    {
        var name = report.File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? report.File[..^4] : Path.GetDirectoryName(report.File)!;
        await container.WriteAsync(
            $"{name}.json", new BinaryData(JsonSerializer.SerializeToUtf8Bytes(report, Json.Indented)), "application/json", cancellation);
        await container.WriteAsync($"{name}.html", Page(report), "text/html; charset=utf-8", cancellation);
    }

    private static BinaryData Page(TemplateReport report)
    {
        var page = new HtmlMarkup();
        page.AddHead($"{report.File} : vérification des gabarits");
        page.Add($"<h1>{report.File}</h1>");
        if (report.Problems.Count == 0)
            page.Add($"""<section class="card verdict accepted"><h2>Gabarits publiés</h2></section>""");
        else
            page.Add($"""<section class="card verdict refused"><h2>Des gabarits sont refusés</h2><p>Ils restent tels qu’ils étaient publiés. Corrigez les erreurs, puis déposez-les à nouveau.</p></section>""");
        page.AddList(report.Published);
        foreach (var problem in report.Problems)
        {
            page.Add($"""
                <article class="card error">
                <h2><code>{problem.File}</code>, ligne {problem.Line}, colonne {problem.Column}</h2>
                <p>{problem.Message}</p>
                <p>{problem.Mend}</p>
                </article>
                """);
        }

        page.AddEnd();
        return BinaryData.FromString(page.ToString());
    }
}
