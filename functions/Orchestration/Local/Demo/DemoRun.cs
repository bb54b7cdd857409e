using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Local.Demo.Orders;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Time;
using Spectre.Console;

namespace Orchestration.Local.Demo;

/// <summary>Runs the demo from its first upload to its last report; one that was interrupted goes on where it was.</summary>
internal static class DemoRun
{
    private const string Finished = "finished";

    /// <summary>True when the demo of this folder told its accounts: the next run begins anew, with secrets of its own.</summary>
    public static bool IsFinished(string folder) => File.Exists(Path.Combine(folder, Finished));

    /// <returns>0 when every account holds.</returns>
    public static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellation)
    {
        await PrepareFolderAsync(options, cancellation);
        string[] args = options.Kill is { } kill ? ["--Faults:Kill", kill] : [];
        using var host = LocalApp.Build(new LocalAppOptions(options.Folder, 0, options.Script.Start, Quiet: !options.Verbose), args);
        try
        {
            return await PlayAsync(host, options, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            AnsiConsole.MarkupLine("[yellow]Interrompue : relancez la commande pour la continuer.[/]");
            return 130;
        }
        catch (DemoFailedException error)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{error.Message}[/]");
            return 1;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<int> PlayAsync(IHost host, DemoOptions options, CancellationToken cancellation)
    {
        var time = host.Services.GetRequiredService<BusinessTime>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // From before the start until all actors wait: where a demo goes on, the clock would pass the moments that they are to act at.
        using var hold = time.Hold("the demo is being set up");
        await host.StartAsync(cancellation);

        // Not before: whoever asks for storage then learns where it would be, and not where it is.
        using var stage = new DemoStage(host.Services, host.Services.GetRequiredService<LocalRuntimeHost>(), options);
        await stage.SetUpAsync(cancellation);
        Task[] actors =
        [
            new ValidatorActor(stage, time).RunAsync(ended.Token),
            new RecipientsActor(stage, time, options).RunAsync(ended.Token),
            new OperatorActor(stage, time, options.Script).RunAsync(ended.Token),
            new CaissesActor(stage.Desk, time, options).RunAsync(ended.Token),
        ];
        hold.Dispose();

        await new DemoProgress(stage, time, options.Script).ShowAsync(actors, cancellation);
        await ended.CancelAsync();
        try
        {
            await Task.WhenAll(actors);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // They wait for a morning that the demo does not reach; one that fell is told.
        }

        var holds = await DemoSummary.ShowAsync(stage, options, cancellation);
        await File.WriteAllTextAsync(Path.Combine(options.Folder, Finished), "", cancellation);
        return holds ? 0 : 1;
    }

    /// <summary>A finished demo makes room for a new one; an interrupted one stays.</summary>
    private static async Task PrepareFolderAsync(DemoOptions options, CancellationToken cancellation)
    {
        var storage = Path.Combine(options.Folder, "azurite");
        if (Directory.Exists(options.Folder) && !options.Fresh && !IsFinished(options.Folder))
        {
            AnsiConsole.MarkupLine("[yellow]Une démonstration interrompue continue ; --fresh en commence une nouvelle.[/]");
            return;
        }

        // The app adopts the storage that is started here; what was in it is gone.
        var empty = new AzuriteOptions { Folder = storage, StartEmpty = true };
        await Azurite.StartAsync(empty, TimeProvider.System, NullLogger.Instance, cancellation);
        foreach (var folder in Directory.EnumerateDirectories(options.Folder).Where(folder => folder != storage))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(options.Folder))
            File.Delete(file);
    }
}
