using System.Text.Json;

namespace Orchestration.Http;

/// <summary>Texts of a JSON document. An escape such as <c>\ud800</c>, half a character, is valid JSON and no text.</summary>
internal static class JsonText
{
    /// <returns>Null when the value is not a text, or has half a character in it.</returns>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Members whose name is a text, in their order.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            if (NameOf(member) is { } name)
                yield return (name, member.Value);
        }
    }

    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
