using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Security;

namespace Orchestration.Local.Verbs;

internal static class KeysCommand
{
    public static Command Create()
    {
        var caller = new Argument<string>("caller") { Description = "Whose key it is: recorded with every decision." };
        var role = new Option<Role>("--role") { Description = "reader, planner, validator or operator.", Required = true };
        var days = new Option<int>("--days") { Description = "For how many days.", DefaultValueFactory = _ => 90 };
        var folder = CommonOptions.Folder();
        var azure = new Option<Uri?>("--azure") { Description = "Blob endpoint of the Data account, for an app on Azure; you are signed in there (az login)." };
        var issue = new Command("issue", "Makes a key and shows it once.") { caller, role, days, folder, azure };
        issue.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(azure) is { } data)
            {
                await using var services = LocalTools.OnAzure(data);
                return await IssueAsync(services, parsed, cancellation);
            }

            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            return await IssueAsync(tools.Services, parsed, cancellation);
        });
        return new Command("keys", "Keys of those who call the HTTP functions.") { issue };

        async Task<int> IssueAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
        {
            var text = await services.GetRequiredService<KeyStore>().IssueAsync(
                parsed.GetValue(caller)!, parsed.GetValue(role), TimeSpan.FromDays(parsed.GetValue(days)), cancellation);
            Console.WriteLine(text);
            return 0;
        }
    }
}
