namespace Orchestration.Wording;

/// <summary>Sentences begin with a capital.</summary>
internal static class Sentence
{
    public static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
