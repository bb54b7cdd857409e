namespace Orchestration.Templating.Tests.Support;

/// <summary>The constants that functions ask for: formats, patterns, cultures.</summary>
internal static class RandomConstants
{
    private static readonly string[] Dates =
    [
        "%A %d %B %Y", "%d/%m/%y %H:%M:%S", "%a %b %e %k %l %I %p %P", "%j %U %V %W %w %u", "%v|%F|%D|%R|%r|%T",
        "%c %x %X %h %L %N", "%C%%%n%t", "le %d",
        "%g %A %d %B %Y", "%g", "100%",
    ];

    private static readonly string[] Numbers = ["N2", "C", "P1", "0.00", "N0", "# ##0,00", "F3", "E2", "G", "00"];

    private static readonly string[] Patterns = ["[aeé]+", "(\\\\w)(\\\\d)?", "\\\\s+", "^a|b$", "x?", "."];

    public static string Of(Random random, string function, string name) => (function, name) switch
    {
        ("date.to_string", "pattern") => Pick(random, Dates),
        ("date.parse", "text") => "'12/10/2027'",
        ("date.parse", "pattern") => "'%d/%m/%Y'",
        ("math.format", "format") => Pick(random, Numbers),
        (_, "culture") => Pick(random, "fr-FR", "en-GB", "de-DE"),
        (_, "options") => Pick(random, "i", "m", "is", ""),
        (_, "pattern") => Pick(random, Patterns),
        (_, "member") => Pick(random, "titre"),
        _ => "'x'",
    };

    private static string Pick(Random random, params string[] choices) => $"\"{choices[random.Next(choices.Length)]}\"";
}
