namespace Orchestration.Audience.Datamart;

/// <summary>What a datamart column holds.</summary>
public enum FieldKind
{
    Text,

    /// <summary>A decimal number with a dot.</summary>
    Number,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Something done or not (domain.md A1 row 8): <c>fait</c>, <c>non_fait</c>, <c>inconnu</c>; an empty cell is <c>inconnu</c>.</summary>
    Procedure,
}
