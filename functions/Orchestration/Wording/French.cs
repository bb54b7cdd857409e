namespace Orchestration.Wording;

/// <summary>What sentences for planners have in common.</summary>
internal static class French
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowNoBreakSpace = "\u202F";

    public static string Text(FrenchText text) => text.ToString();

    /// <summary>Puts the spaces that French wants where a plain space was typed, and the curved apostrophe.</summary>
    public static string Typeset(string literal) => literal
        .Replace(" :", NoBreakSpace + ":", StringComparison.Ordinal)
        .Replace("« ", "«" + NoBreakSpace, StringComparison.Ordinal)
        .Replace(" »", NoBreakSpace + "»", StringComparison.Ordinal)
        .Replace(" ;", NarrowNoBreakSpace + ";", StringComparison.Ordinal)
        .Replace(" ?", NarrowNoBreakSpace + "?", StringComparison.Ordinal)
        .Replace(" !", NarrowNoBreakSpace + "!", StringComparison.Ordinal)
        .Replace(" %", NarrowNoBreakSpace + "%", StringComparison.Ordinal)
        .Replace('\'', '’');

    /// <summary>« 1 caisse », « 3 caisses ».</summary>
    public static string Count(int count, string one, string many) => Text($"{count}{NoBreakSpace}{(count < 2 ? one : many)}");

    /// <summary>« a », « a et b », « a, b et c ».</summary>
    public static string And(IReadOnlyList<string> items) => Join(items, "et");

    /// <summary>« a », « a ou b », « a, b ou c ».</summary>
    public static string Or(IReadOnlyList<string> items) => Join(items, "ou");

    private static string Join(IReadOnlyList<string> items, string word) => items switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", items.SkipLast(1))} {word} {items[^1]}",
    };
}
