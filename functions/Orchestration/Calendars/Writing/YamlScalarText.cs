using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Calendars.Writing;

/// <summary>Writes a value into YAML, between quotes only where it would be misread without.</summary>
internal static partial class YamlScalarText
{
    /// <param name="value">On one line or several.</param>
    /// <param name="inList">Between square brackets.</param>
    public static string Of(string value, bool inList = false)
    {
        if (value.Any(Unprintable.Is))
        {
            return $"\"{string.Concat(value.Select(Escaped))}\"";
        }

        var isPlain = Plain().IsMatch(value) && !Word().IsMatch(value) && !(inList && value.AsSpan().ContainsAny("[]{},"));
        return isPlain ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary><c>[tv, digital]</c>.</summary>
    public static string Of(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(item => Of(item, inList: true)))}]";

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when Unprintable.Is(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        _ => character.ToString(),
    };

    /// <summary>Begins with a letter or a digit, holds nothing that ends it, ends with no space.</summary>
    [GeneratedRegex(@"\A[\p{L}\p{Nd}(/](?!.*(: |:\z| #))(.*\S)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    /// <summary>What YAML takes for something else than a text.</summary>
    [GeneratedRegex(@"\A(true|false|null|yes|no|on|off|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
