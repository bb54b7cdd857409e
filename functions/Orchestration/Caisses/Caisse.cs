namespace Orchestration.Caisses;

/// <summary>One of the 107 bodies that have insured people.</summary>
/// <param name="Id">Stable and neutral, such as <c>CPAM-59-FL</c> or <c>CGSS-974</c>.</param>
/// <param name="Kind">CPAM, CCSS, CGSS or CSS.</param>
/// <param name="Name">As people write it: « CPAM de l'Ain ».</param>
/// <param name="Department">Code of the department: 01, 2A, 974.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="TimeZone">IANA id: every hour of a send is local to it.</param>
/// <param name="HolidayZone">Which public holidays apply (domain.md B6).</param>
/// <param name="MobilePrefixes">E.164 prefixes of its people's mobile phones.</param>
public sealed record Caisse(
    string Id,
    string Kind,
    string Name,
    string Department,
    string Region,
    string TimeZone,
    HolidayZone HolidayZone,
    IReadOnlyList<string> MobilePrefixes);
