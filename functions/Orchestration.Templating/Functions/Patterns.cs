using System.Text.RegularExpressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>Regular expressions, built once when the template is loaded.</summary>
internal static class Patterns
{
    public delegate Value Use(Regex pattern, ReadOnlySpan<Value> arguments);

    /// <exception cref="FormatException">The pattern is no regular expression.</exception>
    public static FunctionBody Prepare(IReadOnlyList<string?> constants, Use use)
    {
        var pattern = Build(constants[0]!, constants[1] ?? "");
        return (arguments, _) =>
        {
            try
            {
                return use(pattern, arguments);
            }
            catch (RegexMatchTimeoutException cause)
            {
                throw Limits.TooSlow(pattern.ToString(), cause);
            }
        };
    }

    public static Value Match(Regex pattern, ReadOnlySpan<Value> arguments) => Groups(pattern.Match(arguments[0].Text!));

    public static Value Matches(Regex pattern, ReadOnlySpan<Value> arguments) =>
        Value.Of(Limits.Check([.. pattern.Matches(arguments[0].Text!).Select(Groups)]));

    public static Value Replace(Regex pattern, ReadOnlySpan<Value> arguments) =>
        Value.Of(Limits.Check(pattern.Replace(arguments[0].Text!, arguments[2].Text!)));

    public static Value Split(Regex pattern, ReadOnlySpan<Value> arguments) =>
        Value.Of(Limits.Check(Array.ConvertAll(pattern.Split(arguments[0].Text!), Value.Of)));

    private static Value Groups(Match match) =>
        Value.Of(match.Success ? [.. match.Groups.Values.Select(group => Value.Of(group.Value))] : Array.Empty<Value>());

    private static Regex Build(string pattern, string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new FormatException($"`{letter}` n'est pas une option : il y a `i`, `m`, `s` et `x`."),
            };
        }

        try
        {
            return new Regex(pattern, options, Limits.Regex);
        }
        catch (ArgumentException)
        {
            throw new FormatException(
                $"`{pattern}` n'est pas une expression régulière : vérifier ses parenthèses et ses crochets.");
        }
    }
}
