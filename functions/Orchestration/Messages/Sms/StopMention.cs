using System.Text.RegularExpressions;

namespace Orchestration.Messages.Sms;

/// <summary>
/// « STOP au 36xxx »: how a recipient refuses further SMS. Required in a promotion; without it operators also strip the
/// sender's name (domain.md B2). The short number is the aggregator's: a setting.
/// </summary>
public static partial class StopMention
{
    public static string For(string shortNumber) => $"STOP au {shortNumber}";

    /// <summary>A mention of exactly this number: « STOP au 36123 » is not in « STOP au 361234 ».</summary>
    public static bool IsIn(ReadOnlySpan<char> text, string shortNumber)
    {
        var mention = For(shortNumber);
        var at = text.IndexOf(mention, StringComparison.Ordinal);
        return at >= 0 && (at + mention.Length == text.Length || !char.IsAsciiDigit(text[at + mention.Length]));
    }

    /// <summary>36xxx carries promotion and customer information; 38xxx is for transactions only.</summary>
    public static bool IsShortNumber(string? text) => text is not null && ShortNumber().IsMatch(text);

    [GeneratedRegex(@"\A36[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumber();
}
