namespace Orchestration.Security;

/// <summary>What a secret opens. Each kind is written and kept apart from the others, and none passes for another.</summary>
public enum KeyKind
{
    /// <summary>Of a machine, in the header of each request.</summary>
    Bearer,

    /// <summary>Of a person on the dashboard, in a cookie.</summary>
    Session,

    /// <summary>In a link that begins a session, once.</summary>
    SignIn,
}
