using System.Diagnostics;
using Orchestration.Campaigns;
using Orchestration.Delivery;

namespace Orchestration.Telemetry;

/// <summary>
/// Every trace of the pipeline, under the source <c>Orchestration</c>; <c>docs/telemetry.md</c> lists them. A trace may name a send and a caisse, never a
/// person or a file; a failure is named by its type, since its message could hold anything.
/// </summary>
internal static class Traces
{
    public const string Name = "Orchestration";

    private const string Send = "orchestration.send";
    private const string Caisse = "orchestration.caisse";
    private const string Lot = "orchestration.lot";
    private const string Count = "orchestration.messages";
    private const string Kind = "orchestration.kind";

    private static readonly ActivitySource Source = new(Name);

    /// <param name="kind">calendar, waves, templates, datamart.</param>
    /// <param name="run">The import.</param>
    public static Task ImportAsync(string kind, Func<Task> run) => RunAsync("import", run, (Kind, kind));

    public static Task<T> PrepareAsync<T>(SendKey send, string caisse, Func<Task<T>> run) =>
        RunAsync("prepare", run, (Send, send.Value), (Caisse, caisse));

    public static Task<T> RenderAsync<T>(LotId lot, Func<Task<T>> run) =>
        RunAsync("render", run, (Send, lot.Send.Value), (Caisse, lot.Caisse), (Lot, lot.Number));

    public static Task<T> DeliverAsync<T>(LotReady lot, Func<Task<T>> run) =>
        RunAsync("deliver", run, (Send, lot.LotId.Send.Value), (Caisse, lot.LotId.Caisse), (Lot, lot.LotId.Number), (Count, lot.Count));

    /// <summary>One chunk of a lot.</summary>
    public static Task HandOverAsync(int count, Func<Task> run) => RunAsync("hand over", run, (Count, count));

    private static Task RunAsync(string name, Func<Task> run, params ReadOnlySpan<(string, object)> tags) => RunAsync(
        name,
        async () =>
        {
            await run();
            return true;
        },
        tags);

    private static Task<T> RunAsync<T>(string name, Func<Task<T>> run, params ReadOnlySpan<(string Name, object Value)> tags)
    {
        // Nobody listens: nothing is made.
        if (!Source.HasListeners())
            return run();
        var activity = Source.CreateActivity(name, ActivityKind.Internal);
        foreach (var (tag, value) in tags)
            activity?.SetTag(tag, value);
        return RunAsync(activity, run);
    }

    private static async Task<T> RunAsync<T>(Activity? activity, Func<Task<T>> run)
    {
        using var running = activity?.Start();
        try
        {
            return await run();
        }
        catch (Exception error)
        {
            running?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
