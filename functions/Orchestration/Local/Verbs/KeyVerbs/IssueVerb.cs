using System.CommandLine;
using Orchestration.Security.KeyRing;

namespace Orchestration.Local.Verbs.KeyVerbs;

internal static class IssueVerb
{
    public static Command Create(OpenKeys open)
    {
        var caller = new Argument<string>("caller") { Description = "Whose key it is: recorded with every decision." };
        var role = KeyOptions.RoleOption();
        var caisse = new Option<string?>("--caisse") { Description = "With the role caisse: the only caisse that it opens, such as CPAM-80." };
        var test = new Option<bool>("--test") { Description = "What it orders runs the whole path, and its messages go to the outbox only." };
        var days = KeyOptions.Days();
        var verb = new Command("issue", $"Makes a key and shows it once. At most {KeyRegister.MostLive} live at once for a caller, role and caisse.")
        {
            caller, role, caisse, test, days,
        };
        return new KeyOptions().Complete(verb, open, async (register, parsed, by, cancellation) =>
        {
            var request = new KeyRequest(
                parsed.GetValue(caller)!, parsed.GetValue(role), TimeSpan.FromDays(parsed.GetValue(days)), parsed.GetValue(caisse), parsed.GetValue(test));
            return await parsed.ShowNewAsync(await register.IssueAsync(request, by, cancellation));
        });
    }
}
