using System.Text.RegularExpressions;

namespace Orchestration.Messages.Sms;

/// <summary>The alphanumeric sender (OADC) that the phone shows instead of a number (domain.md B2).</summary>
public static partial class SmsSender
{
    /// <summary>Why this sender cannot be used, in French, or null when it can.</summary>
    /// <param name="sender">3 to 11 letters without accents and digits, at least one letter.</param>
    /// <param name="allowed">The institution's registered senders: operators block the others as fraud.</param>
    public static string? Problem(string sender, IEnumerable<string> allowed)
    {
        if (Mobile().IsMatch(sender))
        {
            return "un numéro en 06 ou 07 ne peut pas émettre de SMS en nombre";
        }

        if (!Shape().IsMatch(sender))
        {
            return "un émetteur a de 3 à 11 lettres sans accent ou chiffres, dont au moins une lettre";
        }

        return allowed.Contains(sender, StringComparer.Ordinal)
            ? null
            : "cet émetteur n’est pas dans la liste des émetteurs déclarés";
    }

    [GeneratedRegex(@"\A(?=.*[A-Za-z])[A-Za-z0-9]{3,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A(?:\+|00)?(?:33|0)?[67][0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
