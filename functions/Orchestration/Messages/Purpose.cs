namespace Orchestration.Messages;

/// <summary>Why a message is sent; decides the legal basis, the STOP mention, the hours and the opt-out (domain.md A1 rows 3-4, B1).</summary>
public enum Purpose
{
    /// <summary>Promotes an offer or a service.</summary>
    Promotion,

    /// <summary>Administrative information.</summary>
    Administrative,

    /// <summary>Health information.</summary>
    Health,
}
