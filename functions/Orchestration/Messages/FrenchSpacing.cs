using System.Text.RegularExpressions;

namespace Orchestration.Messages;

/// <summary>French spacing: no line breaks before <c>: ; ! ?</c> nor inside guillemets.</summary>
internal static partial class FrenchSpacing
{
    private const string NoBreakSpace = "\u00A0";

    public static string Apply(string text) => BreakableSpace().Replace(text, NoBreakSpace);

    [GeneratedRegex(@" (?=[:;!?»])|(?<=«) ", RegexOptions.CultureInvariant)]
    private static partial Regex BreakableSpace();
}
