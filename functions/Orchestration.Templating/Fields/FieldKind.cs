using System.Diagnostics.CodeAnalysis;

namespace Orchestration.Templating.Fields;

[SuppressMessage("Naming", "CA1720", Justification = "The names that templates declare their fields with.")]
public enum FieldKind
{
    Text,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A decimal number, printed with the decimals that it was given.</summary>
    Number,
    Boolean,

    /// <summary>A local date, with an hour or without.</summary>
    Date,
    List,

    /// <summary>Named members: <c>caisse.nom</c>.</summary>
    Object,
}
