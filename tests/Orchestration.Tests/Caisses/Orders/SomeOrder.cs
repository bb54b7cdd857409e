using Orchestration.Audience;
using Orchestration.Caisses.Orders;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Planning.Views;

namespace Orchestration.Tests.Caisses.Orders;

/// <summary>Sound values, to change one thing of.</summary>
internal static class SomeOrder
{
    public const int MostDaysAhead = 366;

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly PinnedContent Pinned = new("empreinte", "claire.martin", SendKey.Parse("bibliotheque.compte-ameli.modele.v1"));

    public static OrderWish Wish(string date = "2027-04-13", string caisse = "CPAM-80") => new(
        $"cmd-{caisse.ToLowerInvariant()}-6d2f01c4-8f2a",
        caisse,
        CampaignType.ReadyMade,
        "Ouvrir son compte ameli",
        Purpose.Promotion,
        "compte-ameli",
        Population.Insured,
        "age >= 18",
        [Channel.Email, Channel.Sms],
        "library/compte-ameli",
        DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
        Window: null,
        Priority: 40,
        IfBusy.Refuse)
    {
        Pinned = Pinned,
    };

    /// <summary>An order of 1 March that was accepted, under the first id of its request.</summary>
    public static Order Placed(string nonce)
    {
        var wish = Wish();
        var order = new Order(
            wish.Id, wish.Caisse, wish.Type, wish.Title, "com.cpam-80", Now, wish.Template, 1, wish.Date, [], Planner().Plan(wish).Accepted!, [])
        {
            Request = nonce,
        };
        return order.As(OrderId.Candidates(wish.Caisse, Now, isTest: false, nonce).First());
    }

    public static OutlinedWave Wave(string start, string end, string theme = "compte-ameli", params string[] caisses) =>
        Wave(Date(start), Date(end), theme, caisses);

    /// <param name="start">First day.</param>
    /// <param name="end">Last day, included.</param>
    /// <param name="theme">Of the national campaign.</param>
    /// <param name="caisses">None for all.</param>
    public static OutlinedWave Wave(DateOnly start, DateOnly end, string theme, string[] caisses) => new(
        "v1", "compte", "Mon compte ameli", start, end, [Media.Digital], CampaignType.National, theme, caisses.Length == 0 ? null : caisses);

    public static OrderPlanner Planner(params OutlinedWave[] waves) => Planner(new PlanningRules(), Now, waves);

    public static OrderPlanner Planner(PlanningRules rules, DateTimeOffset now, params OutlinedWave[] waves) =>
        new(rules, new LocalClearance(waves, rules.Campaigns.LocalDistanceDays), MostDaysAhead, now);

    public static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
