using System.CommandLine;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs.KeyVerbs;

internal static class RevokeVerb
{
    public static Command Create(OpenKeys open)
    {
        var id = KeyOptions.Id();
        var reason = new Option<string>("--reason") { Description = "Why: kept with the key.", Required = true };
        return new KeyOptions().Complete(new Command("revoke", "Ends a key at once.") { id, reason }, open, async (register, parsed, by, cancellation) =>
        {
            var outcome = await register.RevokeAsync(parsed.GetValue(id)!, parsed.GetValue(reason)!, by, cancellation);
            if (!outcome.IsDone)
                return parsed.Refuse(outcome.Refusal);
            parsed.Screen().WriteLine(French.Text($"La clé {outcome.Key.Id} de « {outcome.Key.Caller} » est révoquée depuis le {KeyWords.Moment(outcome.Key.RevokedAt)} : {outcome.Key.Reason}"));
            return 0;
        });
    }
}
