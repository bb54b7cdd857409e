using System.Globalization;

namespace Orchestration.Templating.Rendering;

/// <summary>
/// How values become text: numbers as in France, dates as <c>mardi 12 octobre 2027</c>, the first of a month as <c>1er</c>.
/// </summary>
internal static class French
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Null for null.</summary>
    public static string? ToText(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Text or ValueKind.Markup => value.Text,
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Integer => value.Integer.ToString(Culture),
        ValueKind.Float => value.Float.ToString(Culture),
        ValueKind.Decimal => value.Decimal.ToString(Culture),
        ValueKind.Date => ToText(value.Date),
        _ => throw new InvalidOperationException($"A {value.Kind} has no text."),
    };

    public static string ToText(DateTime date) => date.ToString(DateFormat(date), Culture);

    public static string DateFormat(DateTime date) => date.Day == 1 ? "dddd 1'er' MMMM yyyy" : "dddd d MMMM yyyy";
}
