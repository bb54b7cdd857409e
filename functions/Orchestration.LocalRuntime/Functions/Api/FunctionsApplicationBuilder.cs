using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Settings;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects configuration, services and middleware, then builds the host that runs the app's functions.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private bool _isBuilt;

    internal FunctionsApplicationBuilder(string[] args)
    {
        _web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        if (LocalSettings.Find(_web.Environment.ContentRootPath) is { } settings)
            LocalSettings.Add(_web.Configuration, settings);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    internal AppDefinition Definition { get; } = new();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Definition.Middleware.Add(middleware);
        return this;
    }

    /// <summary>Finds the app's functions and builds the host.</summary>
    /// <exception cref="FunctionAppException">host.json or functions are wrong; the message lists every problem.</exception>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public IHost Build()
    {
        if (_isBuilt)
            throw new InvalidOperationException("The application has already been built.");
        _isBuilt = true;
        return new FunctionAppComposition(_web, Definition).Build();
    }
}
