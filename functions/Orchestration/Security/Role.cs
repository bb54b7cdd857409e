namespace Orchestration.Security;

/// <summary>What a caller may do; see the README for who has which.</summary>
public enum Role
{
    /// <summary>Sees, touches nothing.</summary>
    Reader,

    /// <summary>Dicom: confirms calendar revisions.</summary>
    Planner,

    /// <summary>Dicom: gives and refuses visas.</summary>
    Validator,

    /// <summary>DDO: pauses, resumes, cancels, retries, stops everything.</summary>
    Operator,
}
