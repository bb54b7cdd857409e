using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Functions.Durability;
using Orchestration.LocalRuntime.Functions.Management;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>
/// Starts and stops the parts of the local runtime around the app's own services: history before them (storage even earlier), triggers after
/// them; at the end the other way round. What only serves one machine (a demo, a test) also finds those parts here.
/// </summary>
public sealed class LocalRuntimeHost : IHostedLifecycleService
{
    private readonly IServiceProvider _services;
    private readonly LocalStorage _storage;
    private readonly DurableRuntime _durable;
    private readonly FunctionAppFacts _facts;
    private readonly ILogger _logger;
    private IReadOnlyList<ITriggerListener> _listeners = [];

    internal LocalRuntimeHost(IServiceProvider services)
    {
        _services = services;
        _storage = services.GetRequiredService<LocalStorage>();
        _durable = services.GetRequiredService<DurableRuntime>();
        Time = services.GetRequiredService<BusinessTime>();
        _facts = services.GetRequiredService<FunctionAppFacts>();
        _logger = services.GetRequiredService<ILogger<LocalRuntimeHost>>();
    }

    /// <summary>Where HTTP functions answer, once the host has started.</summary>
    public Uri Address =>
        new(_services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>The client that <c>[DurableClient]</c> binds.</summary>
    public DurableTaskClient Durable => _durable.Engine.Client;

    /// <summary>The engine itself: histories to export.</summary>
    public DurableEngine Engine => _durable.Engine;

    /// <summary>The clock of orchestrations and rules.</summary>
    public BusinessTime Time { get; }

    /// <summary>What makes <see cref="Time"/> jump; null in real time, and when the host does not run.</summary>
    public TimeSkipper? TimeSkipper => _durable.Skipper;

    /// <summary>The Azurite that the host started or adopted; null when no connection asks for it.</summary>
    public Azurite? Storage => _storage.Azurite;

    async Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var key in _facts.UnknownKeys)
            _logger.LogWarning("host.json: {Key} is unknown and ignored", key);
        await _durable.OpenAsync(cancellationToken);
        if (_facts.Functions.Any(function => function.Trigger is OrchestratorFunctionTrigger))
            _services.GetRequiredService<SystemKey>();
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken)
    {
        _logger.LogInformation("{Functions}", StartupListing.Write(_facts.Functions, Address));
        await _durable.StartAsync(cancellationToken);
        _listeners = [.. _services.GetServices<ITriggerListener>()];
        foreach (var listener in _listeners)
            listener.Start();
        _durable.StartTime();
    }

    async Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken)
    {
        await _durable.StopTimeAsync();
        await Task.WhenAll(_listeners.Select(listener => listener.StopAsync(cancellationToken)));
    }

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken)
    {
        await _durable.StopAsync(cancellationToken);
        await _storage.StopAsync();
    }
}
