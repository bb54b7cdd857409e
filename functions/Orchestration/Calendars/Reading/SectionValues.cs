using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the values of a section. Each method reports what is wrong and then returns null.</summary>
internal static partial class SectionValues
{
    private const int LongestText = 200;
    private const int LongestSpread = 31;
    private const string ArticleDomain = "ameli.fr";

    /// <summary>A text of one line.</summary>
    public static string? Text(this Section section, string key, bool required = true)
    {
        if (section.Scalar(key, required) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Value.Trim();
        if (text.Length is > 0 and <= LongestText && !text.Any(Unprintable.Is))
        {
            return text;
        }

        section.Problems.Error(
            ProblemCodes.BadText, section.PlaceOf(key),
            $"« {section.Names.Name(key)} » doit être un texte d'une seule ligne, de {LongestText} caractères au plus.",
            section.Names.Example(key));
        return null;
    }

    /// <summary>Letters without accents, digits and hyphens: part of keys, file names and addresses.</summary>
    public static string? Id(this Section section, string key)
    {
        if (section.Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (IdShape().IsMatch(scalar.Value))
        {
            return scalar.Value;
        }

        section.Problems.Error(
            ProblemCodes.BadId, section.PlaceOf(key),
            $"« {scalar.Shown} » ne peut pas servir d'identifiant.",
            $"N'employez que des minuscules sans accent, des chiffres et des traits d'union, 80 au plus : {"grippe-2027"}");
        return null;
    }

    public static int? Integer(this Section section, string key, int least, int most, bool required = true)
    {
        if (section.Scalar(key, required) is not { } scalar)
        {
            return null;
        }

        if (!int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            section.Problems.Error(
                ProblemCodes.WrongType, section.PlaceOf(key),
                $"« {section.Names.Name(key)} » attend un nombre entier, et non « {scalar.Shown} ».", section.Names.Example(key));
            return null;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        section.Problems.Error(
            ProblemCodes.NumberOutOfRange, section.PlaceOf(key),
            $"« {section.Names.Name(key)} » vaut {number}.", $"Choisissez un nombre de {least} à {most}.");
        return null;
    }

    /// <summary>A number with a point, optional.</summary>
    public static decimal? Decimal(this Section section, string key, decimal least, decimal most)
    {
        if (section.Scalar(key, required: false) is not { } scalar)
        {
            return null;
        }

        if (!decimal.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            section.Problems.Error(
                ProblemCodes.WrongType, section.PlaceOf(key),
                $"« {section.Names.Name(key)} » attend un nombre, et non « {scalar.Shown} ».", section.Names.Example(key));
            return null;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        section.Problems.Error(
            ProblemCodes.NumberOutOfRange, section.PlaceOf(key),
            $"« {section.Names.Name(key)} » vaut {number}.", $"Choisissez un nombre de {least} à {most}.");
        return null;
    }

    /// <summary>An address on a domain that messages may link to; nothing fetches it.</summary>
    public static string? Link(this Section section, string key)
    {
        if (section.Text(key, required: false) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && Domains.Include([ArticleDomain], address.IdnHost))
        {
            return text;
        }

        section.Problems.Error(
            ProblemCodes.BadLink, section.PlaceOf(key),
            $"« {text} » n'est pas une adresse d'ameli.fr.", section.Names.Example(key));
        return null;
    }

    public static bool? Boolean(this Section section, string key)
    {
        if (section.Scalar(key, required: false) is not { } scalar)
        {
            return null;
        }

        if (bool.TryParse(scalar.Value, out var value))
        {
            return value;
        }

        section.Problems.Error(
            ProblemCodes.WrongType, section.PlaceOf(key),
            $"« {section.Names.Name(key)} » attend « {section.Names.Value(key, "true")} » ou « {section.Names.Value(key, "false")} », "
                + $"et non « {scalar.Shown} ».",
            section.Names.Example(key));
        return null;
    }

    public static DateOnly? Date(this Section section, string key, bool required = true) =>
        section.Scalar(key, required) is { } scalar ? DateText.Read(scalar, section.PlaceOf(key), section.Problems) : null;

    /// <summary>Written <c>4d</c>: the next four allowed days.</summary>
    public static int? SpreadDays(this Section section, string key)
    {
        if (section.Scalar(key, required: false) is not { } scalar)
        {
            return null;
        }

        if (SpreadShape().Match(scalar.Value) is { Success: true } spread
            && int.Parse(spread.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= LongestSpread and var days)
        {
            return days;
        }

        section.Problems.Error(
            ProblemCodes.BadSpread, section.PlaceOf(key),
            $"« {scalar.Shown} » n'est pas une durée d'étalement, de 1 à {LongestSpread} jours.", section.Names.Example(key));
        return null;
    }

    public static TimeWindow? Window(this Section section, string key)
    {
        if (section.Scalar(key, required: false) is not { } scalar)
        {
            return null;
        }

        if (TimeWindow.TryParse(scalar.Value, out var window))
        {
            return window;
        }

        section.Problems.Error(
            ProblemCodes.BadWindow, section.PlaceOf(key),
            $"« {scalar.Shown} » n'est pas une plage horaire : deux heures locales, la seconde après la première.", section.Names.Example(key));
        return null;
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A([0-9]{1,3})d\z", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadShape();
}
