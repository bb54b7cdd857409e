using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Local.Demo.Orders;

namespace Orchestration.Local.Demo;

/// <summary>What a demo plays.</summary>
/// <param name="Calendar">Key of its calendar.</param>
/// <param name="File">The calendar, among the samples.</param>
/// <param name="Start">Business time at the beginning.</param>
/// <param name="People">Insured people to invent, unless somebody asks for another number.</param>
/// <param name="Caisses">How many caisses they live in, unless somebody asks for another number.</param>
/// <param name="ShowsCampaigns">True when its sends are too many to be shown one by one.</param>
/// <param name="Newsletter">An edition that some of its readers unsubscribe from.</param>
/// <param name="UnsubscribeAt">When they do.</param>
/// <param name="StopAt">When some people answer STOP to an SMS.</param>
/// <param name="Trigger">What an operator raises; null for nothing.</param>
internal sealed record DemoScript(
    string Calendar,
    string File,
    DateTimeOffset Start,
    int People,
    int Caisses,
    bool ShowsCampaigns,
    SendKey Newsletter,
    DateTimeOffset UnsubscribeAt,
    DateTimeOffset StopAt,
    DemoTrigger? Trigger)
{
    /// <summary>What caisses ask for meanwhile, over HTTP.</summary>
    public IReadOnlyList<DemoOrder> Orders { get; init; } = [];

    /// <summary>Two months of spring, before and after the change to summer time.</summary>
    public static DemoScript Short { get; } = new(
        "demo-2027",
        "calendar-demo.yaml",
        At(2027, 3, 22, 8),
        65_000,
        CaisseDirectory.All.Count,
        ShowsCampaigns: false,
        SendKey.Parse("demo-2027.newsletters-2027.trois-minutes-medecins.2027-03-26"),
        At(2027, 4, 2, 8),
        At(2027, 4, 27, 12),
        null);

    /// <summary>The whole of 2027, corrected: campaigns, newsletters, journeys, an epidemic peak.</summary>
    public static DemoScript Full { get; } = new(
        "relationnel-2027",
        "calendar-2027-corrige.yaml",
        At(2026, 12, 28, 8),
        3_000,
        12,
        ShowsCampaigns: true,
        SendKey.Parse("relationnel-2027.newsletters-2027.trois-minutes-medecins.2027-01-29"),
        At(2027, 2, 5, 8),
        At(2027, 10, 14, 12),
        new DemoTrigger("pic-epidemique", At(2027, 12, 13, 9), "Passage en phase épidémique dans toutes les régions"))
    {
        Orders = OrderScripts.Year,
    };

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}

/// <summary>A trigger that an operator raises.</summary>
internal sealed record DemoTrigger(string Name, DateTimeOffset At, string Reason);
