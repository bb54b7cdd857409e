using System.Text.RegularExpressions;

namespace Orchestration.Templating.Problems;

/// <summary>
/// French spacing: no line break before <c>: ; ! ?</c> nor inside guillemets. What stands between backquotes is source
/// code.
/// </summary>
internal static partial class Typography
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowNoBreakSpace = "\u202F";

    public static string Typeset(string text) => Spaces().Replace(text, match => match switch
    {
        { Value: [' ', ':'] } => NoBreakSpace + ":",
        { Value: [' ', var mark] } when mark != '»' => NarrowNoBreakSpace + mark,
        { Value: " »" } => NoBreakSpace + "»",
        { Value: "« " } => "«" + NoBreakSpace,
        var code => code.Value,
    });

    [GeneratedRegex("`[^`]*`| [:;!?»]|« ")]
    private static partial Regex Spaces();
}
