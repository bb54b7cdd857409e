using System.CommandLine;
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
        var issue = new Command("issue", "Makes a key and shows it once.") { caller, role, days, folder };
        issue.SetAction(async (parsed, cancellation) =>
        {
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            var text = await tools.Keys.IssueAsync(
                parsed.GetValue(caller)!, parsed.GetValue(role), TimeSpan.FromDays(parsed.GetValue(days)), cancellation);
            Console.WriteLine(text);
            return 0;
        });
        return new Command("keys", "Keys of those who call the HTTP functions.") { issue };
    }
}
