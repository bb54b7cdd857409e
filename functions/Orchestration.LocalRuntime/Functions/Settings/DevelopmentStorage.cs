using Microsoft.Extensions.Configuration;

namespace Orchestration.LocalRuntime.Functions.Settings;

/// <summary>
/// Connections that say <c>UseDevelopmentStorage=true</c> stand for Azurite on its usual ports. This source, the last of all, gives them
/// the connection string with the ports that it really has.
/// </summary>
internal sealed class DevelopmentStorage : ConfigurationProvider, IConfigurationSource
{
    private const string Shorthand = "UseDevelopmentStorage=true";

    private DevelopmentStorage(IReadOnlyList<string> connections) => Connections = connections;

    /// <summary>The settings that ask for it.</summary>
    public IReadOnlyList<string> Connections { get; }

    public static DevelopmentStorage AddTo(IConfigurationManager configuration)
    {
        var storage = new DevelopmentStorage(
        [
            .. configuration.AsEnumerable()
                .Where(setting => setting.Value?.Trim().TrimEnd(';').Equals(Shorthand, StringComparison.OrdinalIgnoreCase) == true)
                .Select(setting => setting.Key),
        ]);
        configuration.Add(storage);
        return storage;
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Replace(string connectionString)
    {
        foreach (var connection in Connections)
            Set(connection, connectionString);
        OnReload();
    }
}
