using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Revisions;
using Orchestration.Operations.Views.Worklists;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Operations.Views;

/// <summary>
/// Every Monday at six in Paris, writes the worklist of each calendar as a report. Schedules are in UTC, so that there are two hours: in winter the
/// first one is too early, in summer the second one writes the same file again.
/// </summary>
public sealed class WriteWorklists(WorklistMaker maker, RevisionStore revisions, Containers containers, Clocks clocks)
{
    private static readonly TimeOnly Hour = new(6, 0);

    [Function(nameof(WriteWorklists))]
    public async Task RunAsync(
        [TimerTrigger("0 0 4,5 * * 1")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var now = clocks.Business.GetUtcNow();
        if (LocalTime.DateOf(now, WorklistPage.Office).DayOfWeek == DayOfWeek.Monday && LocalTime.HourOf(now, WorklistPage.Office) < Hour)
            return;

        var week = maker.ThisWeek();
        foreach (var calendar in await revisions.CalendarsAsync(cancellation))
        {
            if (await maker.FindAsync(calendar, week, client, cancellation) is { } list && list.Leaving.Count + list.Visas.Count + list.Late.Count > 0)
                await WriteAsync($"worklist-{calendar}-{week}", list, cancellation);
        }
    }

    private async Task WriteAsync(string name, Worklist list, CancellationToken cancellation)
    {
        await containers.Reports.WriteAsync($"{name}.html", new BinaryData(WorklistPage.Write(list)), "text/html; charset=utf-8", cancellation);
        var document = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(WorklistDocument.Of(list), Json.Indented));
        await containers.Reports.WriteAsync($"{name}.json", document, "application/json", cancellation);
    }
}
