using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>The sections of the dashboard, in the order of its menu.</summary>
internal enum DashboardSection
{
    Sends,
    Year,
    Visas,
    Revisions,
    Watch,
    Failures,
}

/// <summary>Where each section is, and what it is called.</summary>
internal static class DashboardSections
{
    public static IReadOnlyList<DashboardSection> All { get; } = Enum.GetValues<DashboardSection>();

    public static string NameOf(DashboardSection section) => section switch
    {
        DashboardSection.Sends => "Envois",
        DashboardSection.Year => "Année",
        DashboardSection.Visas => "Visas",
        DashboardSection.Revisions => "Révisions",
        DashboardSection.Watch => "À surveiller",
        DashboardSection.Failures => "Échecs",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "A section without a name."),
    };

    public static string AddressOf(DashboardSection section) =>
        section == DashboardSection.Sends ? PageAnswers.Home : $"{PageAnswers.Home}/{section.ToString().ToLowerInvariant()}";
}
