using System.CommandLine;
using Orchestration.Security.KeyRing;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs.KeyVerbs;

internal static class ListVerb
{
    public static Command Create(OpenKeys open)
    {
        var all = new Option<bool>("--all") { Description = "Those that expired or were revoked too." };
        return new KeyOptions().Complete(new Command("list", "Shows the keys that live.") { all }, open, async (register, parsed, _, cancellation) =>
        {
            var listed = await register.ListAsync(cancellation);
            var shown = listed.Where(key => key.State == KeyState.Live || parsed.GetValue(all)).ToArray();
            var table = KeyWords.Table("Clé", "Titulaire", "Rôle", "Caisse", "Essai", "Émise", "Expire", "État", "Dernier usage");
            foreach (var key in shown)
            {
                table.Add(
                    key.Key.Id, key.Key.Caller, KeyWords.Of(key.Key.Role), key.Key.Caisse ?? "", key.Key.IsTest ? "oui" : "",
                    KeyWords.Moment(key.Key.IssuedAt), KeyWords.Moment(key.Key.ExpiresAt), KeyWords.Of(key), KeyWords.Day(key.LastUsed));
            }

            if (shown.Length > 0)
                parsed.Screen().Write(table);
            parsed.Screen().WriteLine(French.Text($"{French.Count(shown.Length, "clé", "clés")}, ")
                + French.Text($"dont {listed.Count(key => key.State == KeyState.Live)} en service."));
            return 0;
        });
    }
}
