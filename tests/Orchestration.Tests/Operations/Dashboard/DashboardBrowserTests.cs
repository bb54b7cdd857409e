using System.Text.Json;
using Orchestration.Audience;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard;

/// <summary>The dashboard in a real browser.</summary>
public sealed class DashboardBrowserTests
{
    private const string Send = $"/api/operations/sends/{SomeCalendar.Invitation}";

    [BrowserFact]
    public async Task Pages_OfSends_AreAccessibleOnADeskAndOnAPhone()
    {
        var people = TestDatamart.Small();
        people.Lose(Population.Insured, "CGSS-971");
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml());
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 12, 0, 0, TimeSpan.Zero));
        await app.ControlAsync(SomeCalendar.Invitation, "pause");
        var visitor = await app.VisitAsync(Role.Operator, "léa.martin");
        await visitor.DoAsync(
            "api/operations/stop", await visitor.GetAsync("api/operations/stop"), ("kind", "stop"), ("reason", "Adresse erronée"), ("confirmation", "tout arrêter"));

        await Accessibility.HoldsAsync(
            visitor.Client.BaseAddress!,
            visitor.Cookies.Single().Value,
            "/api/operations?fait=arret", Send, $"{Send}/caisses/CPAM-75", $"{Send}/history", $"/api/operations/sends/{SomeCalendar.Staff}/report", $"{Send}/actions/cancel",
            $"{Send}/caisses/CGSS-971/retry", "/api/operations/bulk/cancel", "/api/operations/stop", "/api/operations/sign-in", "/api/operations/sign-in?code=x");
    }

    [BrowserFact]
    public async Task Operator_WithTheKeyboard_ActsAndSeesTheEffect()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());
        var link = new Uri(app.Stranger().Client.BaseAddress!, $"/api/operations/sign-in?code={await app.CodeAsync(Role.Operator, "léa")}");

        var seen = JsonSerializer.Deserialize<Seen>(
            await NodeTools.RunAsync("operate.mjs", BrowserFactAttribute.Browser!, link.ToString(), SomeCalendar.Invitation), JsonSerializerOptions.Web)!;

        Assert.Equal(("Envois", "Aller au contenu", "reason"), (seen.Heading, seen.Skip, seen.First));
        Assert.StartsWith("L’envoi est suspendu", seen.Said, StringComparison.Ordinal);
        Assert.Equal(("Suspendu", Send), (seen.State, seen.Focus));
        Assert.StartsWith("Connexion perdue", seen.Lost, StringComparison.Ordinal);
        Assert.Equal("L’envoi reprend.", seen.Resumed);
    }

    private sealed record Seen(string Heading, string Skip, string First, string Said, string State, string Focus, string Lost, string Resumed);
}
