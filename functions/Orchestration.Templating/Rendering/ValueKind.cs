namespace Orchestration.Templating.Rendering;

internal enum ValueKind : byte
{
    Null,
    Boolean,
    Integer,

    /// <summary>A double: what <c>/</c> and <c>math.*</c> give, and literals with a dot.</summary>
    Float,

    /// <summary>A decimal: what fields hold.</summary>
    Decimal,
    Text,

    /// <summary>HTML that was escaped already.</summary>
    Markup,
    Date,
    Duration,
    List,
    Object,
}
