namespace Orchestration.Templating.Fields;

/// <summary>Why a value does not fit its field: in French.</summary>
/// <param name="Path">The value's place: <c>caisse.nom</c>, <c>articles[2].titre</c>; empty for the whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record FieldValueProblem(string Path, string Message, string Mend);

/// <summary>Either values, or every reason why there are none.</summary>
public sealed record FieldValuesReading(FieldValues? Values, IReadOnlyList<FieldValueProblem> Problems);
