namespace Orchestration.Templating.Checking;

internal enum TypeKind
{
    /// <summary>After a problem, and only then: nothing more is said about it.</summary>
    Unknown,
    Null,
    Text,

    /// <summary>A text, a number or a date, known when rendering; also captured text, which Scriban keeps as an object.</summary>
    Printable,

    /// <summary>Captured HTML.</summary>
    Markup,
    Boolean,
    Integer,
    Number,
    Date,
    Duration,
    List,
    Object,

    /// <summary>Now one thing, now another: it cannot be used.</summary>
    Mixed,
}
