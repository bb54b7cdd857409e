using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestration.Messages;

/// <summary>
/// Finds social security numbers: thirteen characters and a valid key of two digits, so that few other numbers pass for one
/// (domain.md B8).
/// </summary>
internal static partial class Nir
{
    private const long Modulus = 97;

    /// <summary>Where they stand in the text.</summary>
    public static IEnumerable<Range> Find(string text) =>
        Candidate().Matches(text).Where(match => HasValidKey(match)).Select(match => match.Index..(match.Index + match.Length));

    private static bool HasValidKey(Match match)
    {
        var number = Separator().Replace(match.Groups["number"].Value, "").ToUpperInvariant();
        var corsica = number[6] switch { 'A' => 1_000_000, 'B' => 2_000_000, _ => 0 };
        var digits = long.Parse(number.Replace('A', '0').Replace('B', '0'), CultureInfo.InvariantCulture) - corsica;
        return Modulus - (digits % Modulus) == long.Parse(match.Groups["key"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"(?<![0-9])(?<number>[1-478](?:[\s.-]?[0-9]{2}){2}[\s.-]?(?:[0-9]{2}|2[ABab])(?:[\s.-]?[0-9]{3}){2})" +
        @"[\s./-]?(?<key>[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"[\s.-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
