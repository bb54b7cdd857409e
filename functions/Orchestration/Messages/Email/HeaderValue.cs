using System.Buffers;

namespace Orchestration.Messages.Email;

/// <summary>
/// What may stand in a header: no line break of any kind, no control character, no bidirectional control (which can make an address
/// or a subject look like another), no broken surrogate. Header injection stops here, whatever the value came from.
/// </summary>
internal static class HeaderValue
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        .. Enumerable.Range(0x00, 0x20).Select(code => (char)code), '\u007F',
        .. Enumerable.Range(0x80, 0x20).Select(code => (char)code),
        '\u2028', '\u2029',
        '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    public static bool IsSafe(ReadOnlySpan<char> value) => !value.ContainsAny(Forbidden) && HasOnlyWholeCharacters(value);

    /// <exception cref="FormatException">The value could add or disguise a header.</exception>
    public static string Require(string name, string value) => IsSafe(value)
        ? value
        : throw new FormatException($"The value of header '{name}' holds a line break, a control or a bidirectional character.");

    private static bool HasOnlyWholeCharacters(ReadOnlySpan<char> value)
    {
        while (value.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1]))
            {
                return false;
            }

            value = value[(at + 2)..];
        }

        return true;
    }
}
