using System.CommandLine;

namespace Orchestration.Local.Verbs.KeyVerbs;

internal static class TrailVerb
{
    public static Command Create(OpenKeys open) => new KeyOptions().Complete(
        new Command("trail", "Shows everything that was done to keys, oldest first."), open, async (register, parsed, _, cancellation) =>
        {
            var table = KeyWords.Table("Quand", "Clé", "Titulaire", "Rôle", "Caisse", "Fait", "Par", "Motif ou successeur");
            foreach (var done in await register.TrailAsync(cancellation))
            {
                table.Add(
                    KeyWords.Moment(done.At), done.Key, done.Caller, KeyWords.Of(done.Role), done.Caisse ?? "", KeyWords.Of(done.What), done.By, done.Why ?? "");
            }

            parsed.Screen().Write(table);
            return 0;
        });
}
