using System.Globalization;

namespace Orchestration.Messages.Templates;

/// <summary>
/// The text forms of the datamart's values, read the same way from a shard and from <c>sample.json</c>: dates <c>1985-03-12</c>, numbers
/// with a point, <c>true</c> and <c>false</c>, and for a procedure <c>fait</c>, <c>non_fait</c>, <c>inconnu</c>.
/// </summary>
internal static class FieldText
{
    public static bool TryDate(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    public static bool TryBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    public static bool TryTriState(string text, out TriState value)
    {
        (var known, value) = text switch
        {
            "fait" => (true, TriState.Done),
            "non_fait" => (true, TriState.NotDone),
            "inconnu" => (true, TriState.Unknown),
            _ => (false, TriState.Unknown),
        };
        return known;
    }
}

/// <summary>What is known of a procedure: done (fait), not done (non fait), or nothing (inconnu).</summary>
internal enum TriState
{
    Unknown,
    Done,
    NotDone,
}
