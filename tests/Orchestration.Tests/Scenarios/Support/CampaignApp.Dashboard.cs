using Microsoft.Extensions.DependencyInjection;
using Orchestration.Security;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>People on the dashboard.</summary>
public sealed partial class CampaignApp
{
    private readonly List<DashboardVisitor> _visitors = [];

    /// <summary>Opens a session as a person would, with a link.</summary>
    public async Task<DashboardVisitor> VisitAsync(Role role, string? person = null)
    {
        var visitor = Stranger();
        using var begun = await visitor.SendAsync("api/operations/sign-in", "same-origin", [("code", await CodeAsync(role, person))]);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, begun.StatusCode);
        return visitor;
    }

    /// <summary>Somebody without a session.</summary>
    public DashboardVisitor Stranger()
    {
        var visitor = new DashboardVisitor(_runtime.Address);
        _visitors.Add(visitor);
        return visitor;
    }

    public Task<string> CodeAsync(Role role, string? person = null) =>
        Services.GetRequiredService<SessionStore>().IssueCodeAsync(person ?? $"test.{role}", role, CancellationToken.None);
}
