using System.Collections.Frozen;
using System.Text.Json;

namespace Orchestration.Calendars.Reading;

/// <summary>The words of a calendar for the values of an enumeration: <c>ReadyMade</c> is <c>ready-made</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Values.Keys;

    public static string Of(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static bool TryRead(string word, out T value) => Values.TryGetValue(word, out value);
}
