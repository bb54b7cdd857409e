using Orchestration.Caisses;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Tests.Scenarios.Support;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>
/// A year is some 14 000 times «one send in one caisse», and storage does some hundred requests a second on a small machine: requests are what a year
/// costs. One that comes back has to be worth its place here.
/// </summary>
public sealed class When_storage_requests_are_counted
{
    /// <summary>
    /// For one send in one caisse with one lot: recipients, decisions, their index; messages, their announcement; progress begun, outcomes; the account.
    /// Reading and deleting the announcement come on top, in the runtime.
    /// </summary>
    private const int OwnRequests = 8;

    /// <summary>For its people and for the rows among them that were set aside, once for all sends of a snapshot.</summary>
    private const int OfItsShard = 2;

    /// <summary>
    /// Its share of what caisses ask together: control, oppositions, plan, visa, library, schema. Alone it would ask thirteen times; how many share a
    /// request depends on the machine, and this is for a slow one.
    /// </summary>
    private const int Shared = 6;

    private const int Many = 40;

    [Fact]
    public async Task Should_stay_within_the_budget_of_a_send_in_a_caisse()
    {
        var one = await CountAsync(1);
        var many = await CountAsync(Many);

        var own = one.Count(call => call.Path.Contains($"{SomeCalendar.Invitation}/CPAM-01/", StringComparison.Ordinal) || call.Path.Contains("/deliveries/", StringComparison.Ordinal));
        Assert.True(own <= OwnRequests, Told("the one caisse", own, OwnRequests, one));
        var each = (many.Count - one.Count) / (double)(Many - 1);
        Assert.True(each <= OwnRequests + OfItsShard + Shared, Told("each further caisse", each, OwnRequests + OfItsShard + Shared, many));
    }

    /// <summary>From the moment at which the visa is there to the closure.</summary>
    private static async Task<IReadOnlyList<StorageCall>> CountAsync(int caisses)
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 1));
        var ids = CaisseDirectory.All.Select(caisse => caisse.Id).Where(id => id.StartsWith("CPAM", StringComparison.Ordinal)).Take(caisses).ToArray();
        foreach (var id in ids)
            people.AddInsured(id, $"P-{id}", email: $"p.{id}@example.org");
        var calendar = SomeCalendar.Yaml(spread: "1d", withStaff: false).Replace("[CPAM-75, CGSS-971, CSS-976]", $"[{string.Join(", ", ids)}]", StringComparison.Ordinal);
        var probe = new StorageProbe();
        await using var app = await CampaignApp.StartReadyAsync(people, calendar, new CampaignAppSettings { Probe = probe, EvictAfterEachStep = false });
        var before = probe.Calls.Count;

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal((caisses, caisses), (report.Caisses.Count(tally => tally.Phase == CaissePhase.Done), report.Status.Counts.Delivered));
        return [.. probe.Calls.Skip(before)];
    }

    private static string Told(string what, double requests, int budget, IEnumerable<StorageCall> calls) =>
        $"{requests:0.0} requests for {what}, {budget} are the budget:\n"
        + string.Join('\n', calls.GroupBy(call => (call.Method, Path: Shape(call.Path), call.Status)).OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count(),6} {group.Key}"));

    private static string Shape(string path) => string.Join('/', path.Split('?')[0].Split('/').Skip(2)
        .Select(part => part.StartsWith("CPAM", StringComparison.Ordinal) ? "{caisse}" : Guid.TryParse(part, out _) ? "{run}" : part));
}
