using System.Globalization;
using Orchestration.Wording;

namespace Orchestration.Local.Demo.Orders;

/// <summary>What the caisses of a demo ask for.</summary>
internal static class OrderScripts
{
    private const string ReadyMade = "orders";
    private const string Custom = "campaigns";

    /// <summary>
    /// Three orders from the library and two campaigns of their own, over the year: one date is a holiday in Guadeloupe alone, one meets the national
    /// campaign on its theme.
    /// </summary>
    public static IReadOnlyList<DemoOrder> Year { get; } =
    [
        new("carte-vitale-paris", At(2027, 2, 8, 9), "CPAM-75", ReadyMade, Order("carte-vitale-a-jour", new(2027, 2, 16), "sans-compte")),
        new("droits-reunion", At(2027, 3, 15, 6), "CGSS-974", ReadyMade, Order("c2s-renouvellement", new(2027, 3, 23))),
        new("compte-guadeloupe", At(2027, 5, 10, 13), "CGSS-971", ReadyMade, Order("compte-ameli", new(2027, 5, 27))),
        new("accueil-bas-rhin", At(2027, 6, 7, 9), "CPAM-67", Custom, Information(new(2027, 6, 15)), DemoFollowUp.Confirm),
        new("bus-mayotte", At(2027, 9, 20, 7), "CSS-976", Custom, Text(new(2027, 9, 28)), DemoFollowUp.Confirm),
    ];

    /// <summary>An hour in which caisses order, write, confirm and change their minds, every few minutes.</summary>
    /// <param name="start">Of the hour.</param>
    /// <param name="count">How many orders.</param>
    public static IReadOnlyList<DemoOrder> Hour(DateTimeOffset start, int count)
    {
        string[] caisses = ["CPAM-75", "CPAM-67", "CGSS-971", "CGSS-974", "CPAM-13"];
        var day = DateOnly.FromDateTime(start.UtcDateTime).AddDays(14);
        return
        [
            .. Enumerable.Range(0, count).Select(n =>
            {
                var (name, at, caisse) = (
                    string.Create(CultureInfo.InvariantCulture, $"commande-{n}"), start + (n * TimeSpan.FromHours(1) / count), caisses[n % caisses.Length]);
                return (n % 4) switch
                {
                    0 => new DemoOrder(name, at, caisse, ReadyMade, Order("carte-vitale-a-jour", day)),
                    1 => new DemoOrder(name, at, caisse, Custom, Information(day), DemoFollowUp.Confirm),
                    2 => new DemoOrder(name, at, caisse, ReadyMade, Order("compte-ameli-services", day), DemoFollowUp.Cancel),
                    _ => new DemoOrder(name, at, caisse, Custom, Text(day), DemoFollowUp.Confirm),
                };
            }),
        ];
    }

    private static object Order(string model, DateOnly date, params string[] options) =>
        new { Model = $"library/{model}", Version = 1, date, Options = options, IfBusy = "defer" };

    private static object Information(DateOnly date) => new
    {
        Layout = "custom/information-locale",
        Version = 1,
        Title = French.Typeset("L'accueil change d'adresse"),
        Theme = "accueil",
        Audience = "age >= 18",
        Channels = new[] { "email", "sms" },
        date,
        IfBusy = "defer",
        Zones = new
        {
            Sujet = French.Typeset("Votre accueil change d'adresse"),
            Titre = French.Typeset("Nous vous accueillons à une nouvelle adresse"),
            Texte = French.Typeset("À partir de lundi, nos conseillers vous reçoivent dans de nouveaux locaux.\nLes horaires ne changent pas."),
            Pratique = French.Typeset("Du lundi au vendredi, de 8 h 30 à 17 h"),
            Sms = French.Typeset("Des lundi, votre accueil change d'adresse. Les horaires ne changent pas."),
        },
    };

    private static object Text(DateOnly date) => new
    {
        Layout = "custom/sms-court",
        Version = 1,
        Title = "Bus de la prévention",
        Theme = "accueil",
        Audience = "age >= 18",
        Channels = new[] { "sms" },
        date,
        IfBusy = "defer",
        Zones = new { Message = "Le bus de la prevention passe pres de chez vous samedi." },
    };

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
