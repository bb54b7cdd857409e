namespace Orchestration.Audience;

/// <summary>The publics of the datamart; each has its own shards and schema.</summary>
public enum Population
{
    Insured,
    Professionals,
    Staff,
    Employers,
    Relays,
}
