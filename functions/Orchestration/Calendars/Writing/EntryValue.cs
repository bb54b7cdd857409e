namespace Orchestration.Calendars.Writing;

/// <summary>A key of an entry with its value as YAML has it: a text, or a list of texts.</summary>
internal sealed record EntryValue(string Key, string? Text, IReadOnlyList<string>? Items = null)
{
    /// <summary>A word of YAML's own, such as <c>true</c>, and no text that reads like it.</summary>
    public bool IsWord { get; init; }

    /// <summary>On one line: <c>[tv, digital]</c>.</summary>
    public string Canonical => Items is null ? Text! : $"[{string.Join(", ", Items)}]";
}
