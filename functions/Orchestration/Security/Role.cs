namespace Orchestration.Security;

/// <summary>What a caller may do; a person may have several. See the README for who has which.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>Sees, touches nothing.</summary>
    Reader = 1,

    /// <summary>Dicom: confirms calendar revisions.</summary>
    Planner = 2,

    /// <summary>Dicom: gives and refuses visas.</summary>
    Validator = 4,

    /// <summary>DDO: pauses, resumes, cancels, retries, stops everything.</summary>
    Operator = 8,

    /// <summary>A communicator of one caisse: orders and writes campaigns for its people, and sees no other caisse.</summary>
    Caisse = 16,
}
