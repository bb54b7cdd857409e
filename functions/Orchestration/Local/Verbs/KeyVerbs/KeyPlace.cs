using Azure;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Storage;

namespace Orchestration.Local.Verbs.KeyVerbs;

/// <summary>Opens the keys of the app in a folder, or of the one on Azure whose <c>Data</c> account has this blob endpoint.</summary>
internal delegate Task<KeyPlace> OpenKeys(string folder, Uri? azure, CancellationToken cancellation);

/// <summary>The keys of one installation, for as long as a verb runs.</summary>
/// <param name="register">Its keys.</param>
/// <param name="close">What ends with the verb.</param>
internal sealed class KeyPlace(KeyRegister register, IAsyncDisposable? close = null) : IAsyncDisposable
{
    public KeyRegister Register => register;

    public static async Task<KeyPlace> OpenAsync(string folder, Uri? azure, CancellationToken cancellation)
    {
        if (azure is not null)
            return OnAzure(azure);
        var tools = await LocalTools.OpenAsync(folder, cancellation);
        return new KeyPlace(tools.Register, tools);
    }

    /// <exception cref="LocalToolException">The account on Azure does not let this user in.</exception>
    public async Task<int> RunAsync(Func<KeyRegister, Task<int>> act)
    {
        try
        {
            return await act(register);
        }
        catch (Exception error) when (error is AuthenticationFailedException or RequestFailedException { Status: 401 or 403 or 404 })
        {
            throw new LocalToolException(
                $"The account did not let you in: sign in (az login) with a user who has the role 'Storage Blob Data Contributor' on it.\n{error.Message}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (close is not null)
            await close.DisposeAsync();
    }

    /// <summary>An app there has made its containers already.</summary>
    private static KeyPlace OnAzure(Uri data)
    {
        // Both settings are asked for; keys are in Data.
        var settings = new[] { StorageAccounts.Data, StorageAccounts.Exchange }
            .ToDictionary(account => $"{account}:blobServiceUri", string? (_) => data.ToString());
        var containers = new Containers(new StorageAccounts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), []));
        return new KeyPlace(new KeyRegister(containers, new KeyStore(containers, Clocks.RealTime), Clocks.RealTime));
    }
}
