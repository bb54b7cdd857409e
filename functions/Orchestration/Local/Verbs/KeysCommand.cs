using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Local.Verbs;

internal static class KeysCommand
{
    public static Command Create()
    {
        var caller = new Argument<string>("caller") { Description = "Whose key it is: recorded with every decision." };
        var role = new Option<Role>("--role") { Description = "reader, planner, validator or operator.", Required = true };
        var days = new Option<int>("--days") { Description = "For how many days.", DefaultValueFactory = _ => 90 };
        var folder = CommonOptions.Folder();
        var azure = new Option<Uri?>("--azure") { Description = "For an app on Azure: the blob endpoint of its Data account. Sign in before (az login)." };
        var issue = new Command("issue", "Makes a key and shows it once.") { caller, role, days, folder, azure };
        issue.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(azure) is { } data)
                return await IssueAsync(OnAzure(data), parsed, cancellation);
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            return await IssueAsync(tools.Keys, parsed, cancellation);
        });
        return new Command("keys", "Keys of those who call the HTTP functions.") { issue };

        async Task<int> IssueAsync(KeyStore keys, ParseResult parsed, CancellationToken cancellation)
        {
            var text = await keys.IssueAsync(
                parsed.GetValue(caller)!, parsed.GetValue(role), TimeSpan.FromDays(parsed.GetValue(days)), cancellation);
            Console.WriteLine(text);
            return 0;
        }
    }

    /// <summary>The keys of an app that has made its containers already.</summary>
    private static KeyStore OnAzure(Uri data)
    {
        // Both settings are asked for; keys are in Data.
        var settings = new[] { StorageAccounts.Data, StorageAccounts.Exchange }
            .ToDictionary(account => $"{account}:blobServiceUri", string? (_) => data.ToString());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new KeyStore(new Containers(new StorageAccounts(configuration, [])), Clocks.RealTime);
    }
}
