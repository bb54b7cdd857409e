namespace Orchestration.Planning;

/// <summary>
/// How often one person may be contacted (domain.md D, « Arbitrage proposé »; H). Administrative campaigns and journeys count, but
/// are never refused for it.
/// </summary>
public sealed class PressureRules
{
    /// <summary>Days between two messages to one insured person: 72 hours.</summary>
    public int GapDays { get; set; } = 3;

    /// <summary>Length of the window, in days.</summary>
    public int WindowDays { get; set; } = 30;

    /// <summary>Messages to one insured person in a window.</summary>
    public int MessagesPerWindow { get; set; } = 4;

    /// <summary>SMS among them.</summary>
    public int SmsPerWindow { get; set; } = 2;

    /// <summary>Length of the professionals' window, in days.</summary>
    public int ProfessionalWindowDays { get; set; } = 15;

    /// <summary>Messages to one professional in that window.</summary>
    public int MessagesPerProfessionalWindow { get; set; } = 2;

    /// <summary>A send is pointed out when more than this share of its recipients would be contacted too often; 0 to 1.</summary>
    public double ToleratedShare { get; set; } = 0.10;

    /// <summary>
    /// Themes that are held to these limits even when their purpose is administrative: a newsletter is nobody's right. Empty here, named
    /// in <c>planning.json</c>: settings add to a list and cannot take away from it.
    /// </summary>
    public List<string> HeldThemes { get; set; } = [];

    /// <summary>Fewer people of the sample than this say nothing about a send.</summary>
    public int LeastSample { get; set; } = 30;
}
