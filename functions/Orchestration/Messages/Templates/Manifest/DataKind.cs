namespace Orchestration.Messages.Templates.Manifest;

/// <summary>What a field of a template holds; in <c>template.yaml</c>: text, number, date, boolean, tri-state.</summary>
public enum DataKind
{
    Text,
    Number,
    Date,
    Boolean,

    /// <summary>A procedure that is done, not done, or unknown: <c>x.fait</c>, <c>x.non_fait</c>, <c>x.inconnu</c>, as in criteria.</summary>
    TriState,
}
