using Microsoft.Extensions.Configuration;
using Orchestration.Security;

namespace Orchestration.Tests.Support;

/// <summary>People whom the platform signs in, or does not.</summary>
internal static class SomePeople
{
    public static PlatformPeople NotOnThePlatform { get; } = OnThePlatform(false, null);

    /// <param name="setting">What the app's own setting says.</param>
    /// <param name="platform">What the platform says of itself; null for nothing.</param>
    public static PlatformPeople OnThePlatform(bool setting, string? platform) => new(
        Microsoft.Extensions.Options.Options.Create(new DashboardOptions { PlatformSignIn = setting }),
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = platform }).Build());
}
