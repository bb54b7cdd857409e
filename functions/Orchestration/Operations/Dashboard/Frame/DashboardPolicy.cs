using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard;

/// <summary>What a browser may load, run and post on a page of the dashboard: what comes from here, and its own style.</summary>
internal static class DashboardPolicy
{
    public static string Of(StyleSheet style) => style.Policy.Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal)
        + "; script-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'";
}
