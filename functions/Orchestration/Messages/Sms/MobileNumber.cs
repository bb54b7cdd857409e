using System.Text.RegularExpressions;

namespace Orchestration.Messages.Sms;

/// <summary>
/// A mobile number of France in E.164: <c>+33612345678</c>, <c>+262692123456</c>. The prefixes are those of the caisses
/// (domain.md B2). A national number converts by them alone: the French plan is one, so <c>0692…</c> is Réunion wherever the
/// person is insured and never <c>+33692…</c>. What no prefix claims is refused.
/// </summary>
public readonly partial record struct MobileNumber
{
    /// <summary>Country codes of the French plan; a nine-digit number is mobile in one of them at most.</summary>
    private static readonly string[] CountryCodes = ["+33", "+262", "+590", "+594", "+596"];

    private const int SubscriberDigits = 9;

    private MobileNumber(string value) => Value = value;

    /// <summary>E.164: a plus sign and digits.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads E.164 (a <c>00</c> counts as <c>+</c>) or a national number; spaces, points, hyphens and slashes may separate the digits.
    /// </summary>
    public static bool TryParse(string? text, out MobileNumber number, out MobileRefusal refusal)
    {
        refusal = Read(text, out var value);
        number = refusal == MobileRefusal.None ? new MobileNumber(value) : default;
        return refusal == MobileRefusal.None;
    }

    public override string ToString() => Value;

    private static MobileRefusal Read(string? text, out string value)
    {
        value = "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return MobileRefusal.Missing;
        }

        var digits = Separators().Replace(text, "");
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = "+" + digits[2..];
        }

        if (!Number().IsMatch(digits))
        {
            return MobileRefusal.NotANumber;
        }

        return digits[0] == '+' ? International(digits, out value) : National(digits, out value);
    }

    private static MobileRefusal International(string digits, out string value)
    {
        value = digits;
        var country = CountryCodes.FirstOrDefault(code => digits.StartsWith(code, StringComparison.Ordinal));
        if (country is null)
        {
            return digits.StartsWith("+269", StringComparison.Ordinal) ? MobileRefusal.Comoros : MobileRefusal.Foreign;
        }

        if (digits.Length != country.Length + SubscriberDigits)
        {
            return MobileRefusal.WrongLength;
        }

        return FrenchMobile().IsMatch(digits) ? MobileRefusal.None : MobileRefusal.NotMobile;
    }

    private static MobileRefusal National(string digits, out string value)
    {
        value = "";
        if (digits.Length != SubscriberDigits + 1)
        {
            return MobileRefusal.WrongLength;
        }

        value = CountryCodes.Select(code => code + digits[1..]).FirstOrDefault(candidate => FrenchMobile().IsMatch(candidate), "");
        return value.Length > 0 ? MobileRefusal.None : MobileRefusal.NotMobile;
    }

    [GeneratedRegex(@"[\s\u00A0\u202F.\-/]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\A(?:\+[1-9]|0)[0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // Mainland ranges as libphonenumber publishes them; the overseas ones by territory: Réunion and Mayotte, Guadeloupe with
    // Saint-Martin and Saint-Barthélemy, Guyane, Martinique.
    [GeneratedRegex(
        @"\A\+(?:33(?:6(?:[0-24-8][0-9]|3[0-8]|9[589])|7[3-9][0-9])|262(?:639|69[23])|59069[01]|594694|59669[67])[0-9]{6}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FrenchMobile();
}
