using System.CommandLine;
using Orchestration.Wording;

namespace Orchestration.Local.Verbs.KeyVerbs;

internal static class RotateVerb
{
    public static Command Create(OpenKeys open)
    {
        var id = KeyOptions.Id();
        var days = KeyOptions.Days();
        var overlap = new Option<int>("--overlap") { Description = "For how many days the old key lives on.", DefaultValueFactory = _ => 7 };
        overlap.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
                result.AddError("--overlap counts days: 0 or more.");
        });
        var verb = new Command("rotate", "Makes a key that takes the place of another, and shows it once; the old one lives on for a while.") { id, days, overlap };
        return new KeyOptions().Complete(verb, open, async (register, parsed, by, cancellation) =>
        {
            var (old, living) = (parsed.GetValue(id)!, parsed.GetValue(overlap));
            var outcome = await register.RotateAsync(old, TimeSpan.FromDays(parsed.GetValue(days)), TimeSpan.FromDays(living), by, cancellation);
            return await parsed.ShowNewAsync(outcome, living == 0
                ? French.Text($"La clé {old} n'ouvre plus rien.")
                : French.Text($"La clé {old} vit encore {French.Count(living, "jour", "jours")} au plus."));
        });
    }
}
