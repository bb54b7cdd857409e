using System.Globalization;

namespace Orchestration.Wording;

/// <summary>
/// Characters that no calendar needs and that deceive readers or parsers: controls, line separators, direction marks. A NUL would
/// end the YAML silently, a direction mark can show a text in another order than it is read.
/// </summary>
internal static class Unprintable
{
    public const char Replacement = '\uFFFD';

    public static bool Is(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') or '\uFEFF',
        _ => false,
    };
}
