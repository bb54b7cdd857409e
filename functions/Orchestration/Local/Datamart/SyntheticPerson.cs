using System.Globalization;
using System.Text;

namespace Orchestration.Local.Datamart;

/// <summary>Somebody who does not exist.</summary>
internal sealed record SyntheticPerson(string FirstName, string LastName, string Sex, string Email)
{
    private static readonly string[] Women =
    [
        "Camille", "Léa", "Manon", "Chloé", "Inès", "Jeanne", "Louise", "Zoé", "Anaïs", "Émilie", "Nathalie", "Isabelle", "Sylvie", "Catherine",
        "Françoise", "Monique", "Fatima", "Awa", "Linh", "Sofia", "Hélène", "Claire", "Marie-Ange", "Océane",
    ];

    private static readonly string[] Men =
    [
        "Lucas", "Hugo", "Léo", "Nathan", "Gabriel", "Adam", "Raphaël", "Théo", "Julien", "Nicolas", "Stéphane", "Philippe", "Michel", "Alain",
        "Gérard", "Mohamed", "Moussa", "Minh", "João", "François", "Jean-Marc", "Loïc", "Étienne", "Benoît",
    ];

    private static readonly string[] LastNames =
    [
        "Martin", "Bernard", "Thomas", "Petit", "Robert", "Richard", "Durand", "Dubois", "Moreau", "Laurent", "Simon", "Michel", "Lefèvre", "Leroy",
        "Roux", "David", "Bertrand", "Morel", "Fournier", "Girard", "Bonnet", "Dupont", "Lambert", "Fontaine", "Rousseau", "Vincent", "Müller",
        "Benali", "Diallo", "Nguyen", "Da Silva", "Hoarau", "Payet", "Le Goff", "Etcheverry", "Casanova", "Schmitt", "Saïd", "N’Diaye", "O’Brien",
    ];

    public static SyntheticPerson Draw(Random random)
    {
        var isWoman = random.Next(2) == 0;
        var first = Draw(isWoman ? Women : Men, random);
        var last = Draw(LastNames, random);
        var address = string.Create(CultureInfo.InvariantCulture, $"{Ascii(first)}.{Ascii(last)}{random.Next(10_000)}@example.org");
        return new SyntheticPerson(first, last, isWoman ? "F" : "M", address);
    }

    private static string Draw(string[] names, Random random) => names[random.Next(names.Length)];

    private static string Ascii(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();
}
