namespace Orchestration.Security;

/// <summary>Section <c>Dashboard</c> of the settings.</summary>
public sealed class DashboardOptions
{
    public const string Section = "Dashboard";

    /// <summary>
    /// People sign in through App Service authentication. It counts only where the platform itself says that it is on: it is then the platform, and
    /// nobody else, that writes the headers.
    /// </summary>
    public bool PlatformSignIn { get; set; }
}
