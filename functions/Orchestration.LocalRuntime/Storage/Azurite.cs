using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>
/// The storage of the local runtime: one Azurite per folder. It survives a killed app, and the next start adopts it: an Azurite
/// killed hard would lose its last seconds.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The account that <c>UseDevelopmentStorage=true</c> stands for.</summary>
    public const string DefaultAccount = "devstoreaccount1";

    // The published key of every storage emulator; it guards nothing.
    internal const string DefaultKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string RecordName = "instance.json";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly AzuriteOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private AzuriteInstance? _instance;

    private Azurite(AzuriteOptions options, TimeProvider time, ILogger logger) => (_options, _time, _logger) = (options, time, logger);

    /// <summary>True when it was already running and this start only found it.</summary>
    public bool IsAdopted { get; private set; }

    /// <summary>
    /// True when the last instance of this folder ended without being stopped: what it acknowledged in its last seconds may be gone.
    /// </summary>
    public bool FollowsUncleanStop { get; private set; }

    public int ProcessId => Instance.ProcessId;

    public int BlobPort => Instance.BlobPort;

    public int QueuePort => Instance.QueuePort;

    private string Folder => Path.GetFullPath(_options.Folder);

    private string Record => Path.Combine(Folder, RecordName);

    private string Log => Path.Combine(Folder, "instance.log");

    private string LockFile => Path.Combine(Folder, "instance.lock");

    private AzuriteInstance Instance => _instance ?? throw new InvalidOperationException("Azurite was stopped.");

    /// <summary>Starts the Azurite of a folder, or adopts it when it runs; installs it before when it must.</summary>
    /// <exception cref="LocalToolException">Node.js is missing or too old, npm failed, or Azurite does not start.</exception>
    public static async Task<Azurite> StartAsync(
        AzuriteOptions options, TimeProvider time, ILogger logger, CancellationToken cancellation = default)
    {
        var azurite = new Azurite(options, time, logger);
        try
        {
            Directory.CreateDirectory(azurite.Folder);
            using var starting = await azurite.LockAsync(cancellation);
            if (options.StartEmpty)
                await azurite.EmptyAsync(cancellation);
            if (!await azurite.TryAdoptAsync(cancellation))
                await azurite.StartNewAsync(cancellation);
            return azurite;
        }
        catch
        {
            azurite._http.Dispose();
            throw;
        }
    }

    /// <summary>What a storage client needs to reach one of the accounts.</summary>
    public string ConnectionString(string account = DefaultAccount) => Instance.ConnectionString(account, DefaultKey);

    /// <summary>Stops it, also when it was adopted; it writes its state first.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (Interlocked.Exchange(ref _instance, null) is { } instance)
            await StopAsync(instance, cancellation);
        _http.Dispose();
    }

    /// <inheritdoc cref="StopAsync(CancellationToken)"/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopAsync(AzuriteInstance instance, CancellationToken cancellation)
    {
        if (AzuriteProcess.IsAlive(instance.ProcessId, Folder))
        {
            AzuriteProcess.Terminate(instance.ProcessId);
            if (!await UntilAsync(() => !AzuriteProcess.IsAlive(instance.ProcessId, Folder), _options.StopTimeout, cancellation))
            {
                AzuriteProcess.Kill(instance.ProcessId);
                _logger.LogWarning("Azurite (process {ProcessId}) did not end in time and was killed", instance.ProcessId);
                return;
            }
        }

        File.Delete(Record);
    }

    private async Task EmptyAsync(CancellationToken cancellation)
    {
        if (AzuriteInstance.Read(Record) is { } recorded)
            await StopAsync(recorded, cancellation);
        foreach (var folder in Directory.EnumerateDirectories(Folder))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Folder).Where(file => file != LockFile))
            File.Delete(file);
    }

    private async Task<bool> TryAdoptAsync(CancellationToken cancellation)
    {
        if (AzuriteInstance.Read(Record) is not { } recorded)
            return false;
        var answers = await AnswersAsync(recorded, TimeSpan.FromSeconds(10), cancellation);
        if (!answers && AzuriteProcess.IsAlive(recorded.ProcessId, Folder))
        {
            _logger.LogWarning("Azurite (process {ProcessId}) does not answer and is replaced", recorded.ProcessId);
            await StopAsync(recorded, cancellation);
        }

        if (!answers)
        {
            FollowsUncleanStop = true;
            return false;
        }

        if (_options.Accounts.Except(recorded.Accounts).Any())
        {
            await StopAsync(recorded, cancellation);
            return false;
        }

        (_instance, IsAdopted) = (recorded, true);
        _logger.LogInformation(
            "Azurite was still running: blobs on port {BlobPort}, queues on port {QueuePort}", BlobPort, QueuePort);
        return true;
    }

    private async Task StartNewAsync(CancellationToken cancellation)
    {
        await Node.RequireAsync(cancellation);
        var package = new AzuritePackage(PackageFolder(), _time, _logger);
        await package.EnsureInstalledAsync(cancellation);

        // A port can be taken between the choice and the start: then others are chosen.
        for (var attempt = 1; ; attempt++)
        {
            var ports = FreePorts.Choose(_options.BlobPort, _options.QueuePort, _options.TablePort);
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
            var planned = new AzuriteInstance(0, ports[0], ports[1], ports[2], [DefaultAccount, .. _options.Accounts], secret);
            var processId = await AzuriteProcess.StartAsync(package.Script, planned, Folder, Log, Record, cancellation);
            if (await TryUseAsync(planned with { ProcessId = processId }, cancellation))
                break;
            if (attempt == 3)
                throw new LocalToolException($"Azurite did not start:\n{await File.ReadAllTextAsync(Log, cancellation)}");
        }

        _logger.LogInformation(
            "Azurite started in {Folder}: blobs on port {BlobPort}, queues on port {QueuePort}", Folder, BlobPort, QueuePort);
    }

    /// <summary>Waits for its first answer; what does not answer, or nobody waits for any more, is stopped.</summary>
    private async Task<bool> TryUseAsync(AzuriteInstance started, CancellationToken cancellation)
    {
        try
        {
            if (await AnswersAsync(started, _options.StartTimeout, cancellation))
                _instance = started;
        }
        finally
        {
            if (_instance is null)
                await StopAsync(started, CancellationToken.None);
        }

        return _instance is not null;
    }

    /// <summary>Waits until it answers; gives up when its process has gone.</summary>
    private async Task<bool> AnswersAsync(AzuriteInstance instance, TimeSpan timeout, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        while (!await instance.AnswersAsync(_http, cancellation))
        {
            if (_time.GetElapsedTime(began) > timeout || !AzuriteProcess.IsAlive(instance.ProcessId, Folder))
                return false;
            await Task.Delay(Poll, _time, cancellation);
        }

        return true;
    }

    private async Task<bool> UntilAsync(Func<bool> condition, TimeSpan timeout, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        while (!condition())
        {
            if (_time.GetElapsedTime(began) > timeout)
                return false;
            await Task.Delay(Poll, _time, cancellation);
        }

        return true;
    }

    private string PackageFolder() =>
        _options.PackageFolder
        ?? (Repository.FindRoot() is { } root ? Path.Combine(root, "infra", "local") : null)
        ?? throw new LocalToolException("The folder infra/local, which names the Azurite to install, was not found above the current one.");

    // Two processes that start at once must agree on one instance.
    private Task<IDisposable> LockAsync(CancellationToken cancellation) =>
        FileLock.AcquireAsync(LockFile, _time, onWait: null, cancellation);
}
