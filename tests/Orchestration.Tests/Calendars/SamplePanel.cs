using Orchestration.Audience.Panels;
using Orchestration.Local;

namespace Orchestration.Tests.Calendars;

/// <summary>One person in ten thousand of the invented datamart, as planning sees them.</summary>
internal static class SamplePanel
{
    private const int People = 6_500;

    private static readonly Lazy<AudiencePanel> Drawn = new(() => OfflinePlanning.Panel(new DateOnly(2026, 12, 1), People));

    public static AudiencePanel Current => Drawn.Value;
}
