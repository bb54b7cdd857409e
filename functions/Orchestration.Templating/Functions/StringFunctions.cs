using System.Globalization;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>
/// <c>string.*</c>: searching, cutting, changing. What compares goes by French rules where Scriban goes by the culture.
/// </summary>
internal static class StringFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("string.append text? text? -> text", (a, _) => Text(a[0].Text + a[1].Text)),
        new("string.capitalize text? -> text", (a, _) => Text(Words.Capitalize(a[0].Text ?? ""))),
        new("string.capitalizewords text? -> text", (a, _) => Text(Words.CapitalizeEach(a[0].Text ?? ""))),
        new("string.contains text? text? -> boolean", (a, _) =>
            Value.Of(IsSearch(a) && a[0].Text!.Contains(a[1].Text!, StringComparison.Ordinal))),
        new("string.downcase text? -> text?1", (a, _) => Text(a[0].Text?.ToLowerInvariant())),
        new("string.empty text? -> boolean", (a, _) => Value.Of(string.IsNullOrEmpty(a[0].Text))),
        new("string.ends_with text? text? -> boolean", (a, _) =>
            Value.Of(IsSearch(a) && a[0].Text!.EndsWith(a[1].Text!, false, French.Culture))),
        new("string.equals_ignore_case text? text? -> boolean", (a, _) =>
            Value.Of(
                a[0].Text is { } text
                    && CultureInfo.InvariantCulture.CompareInfo.Compare(text, a[1].Text, CompareOptions.IgnoreCase) == 0)),
        new("string.handleize text -> text", (a, _) => Text(Words.Handleize(a[0].Text!))),
        new("string.index_of text text -> integer", (a, _) =>
            Value.Of((long)French.Culture.CompareInfo.IndexOf(a[0].Text!, a[1].Text!))),
        new("string.lstrip text? -> text?1", (a, _) => Text(a[0].Text?.TrimStart())),
        new("string.pad_left text? integer -> text", (a, _) => Text((a[0].Text ?? "").PadLeft(Width(a[1])))),
        new("string.pad_right text? integer -> text", (a, _) => Text((a[0].Text ?? "").PadRight(Width(a[1])))),
        new("string.pluralize integer text? text? -> text?", (a, _) => a[0].ToInt32() == 1 ? a[1] : a[2]),
        new("string.prepend text? text? -> text", (a, _) => Text(a[1].Text + a[0].Text)),
        new("string.remove text? text? -> text?1", (a, _) =>
            IsSearch(a) ? Text(a[0].Text!.Replace(a[1].Text!, "", StringComparison.Ordinal)) : a[0]),
        new("string.remove_first text? text? -> text?1", (a, _) =>
            IsSearch(a) ? Text(Slices.ReplaceOnce(a[0].Text!, a[1].Text!, "", false)) : a[0]),
        new("string.remove_last text? text? -> text?1", (a, _) =>
            IsSearch(a) ? Text(Slices.ReplaceOnce(a[0].Text!, a[1].Text!, "", true)) : a[0]),
        new("string.replace text? text? text? -> text", (a, _) =>
            Text(IsSearch(a) ? a[0].Text!.Replace(a[1].Text!, a[2].Text, StringComparison.Ordinal) : a[0].Text ?? "")),
        new("string.replace_first text? text? text? [boolean] -> text", (a, _) =>
            Text(
                IsSearch(a)
                    ? Slices.ReplaceOnce(a[0].Text!, a[1].Text!, a[2].Text ?? "", a.Length > 3 && a[3].IsTrue)
                    : a[0].Text ?? "")),
        new("string.rstrip text? -> text?1", (a, _) => Text(a[0].Text?.TrimEnd())),
        new("string.size text? -> integer", (a, _) => Value.Of((long)(a[0].Text?.Length ?? 0))),
        new("string.slice text? integer [integer] -> text", (a, _) =>
            Text(Slices.Take(a[0].Text ?? "", a[1].ToInt32(), Optional(a, 2, a[0].Text?.Length ?? 0)))),
        new("string.slice1 text? integer [integer] -> text", (a, _) =>
            Text(Slices.Take(a[0].Text ?? "", a[1].ToInt32(), Optional(a, 2, 1)))),
        new("string.split text? text? -> list<text>", (a, _) => Value.Of(Limits.Check(Slices.Split(a[0].Text, a[1].Text)))),
        new("string.starts_with text? text? -> boolean", (a, _) =>
            Value.Of(IsSearch(a) && a[0].Text!.StartsWith(a[1].Text!, false, French.Culture))),
        new("string.strip text? -> text?1", (a, _) => Text(a[0].Text?.Trim())),
        new("string.strip_newlines text? -> text", (a, _) =>
            Text((a[0].Text ?? "").Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal))),
        new("string.truncate text? integer [text?] -> text", (a, _) =>
            Text(Slices.Truncate(a[0].Text ?? "", a[1].ToInt32(), (a.Length > 2 ? a[2].Text : null) ?? "..."))),
        new("string.truncatewords text? integer [text?] -> text", (a, _) =>
            Text(Words.Truncate(a[0].Text ?? "", a[1].ToInt32()))),
        new("string.upcase text? -> text?1", (a, _) => Text(a[0].Text?.ToUpperInvariant())),
        new("string.whitespace text? -> boolean", (a, _) => Value.Of(string.IsNullOrWhiteSpace(a[0].Text))),
    ];

    private static Value Text(string? text) => text is null ? Value.Null : Value.Of(Limits.Check(text));

    /// <summary>Something to search in and something to search for.</summary>
    private static bool IsSearch(ReadOnlySpan<Value> arguments) =>
        arguments[0].Text is { Length: > 0 } && arguments[1].Text is { Length: > 0 };

    private static int Optional(ReadOnlySpan<Value> arguments, int index, int otherwise) =>
        arguments.Length > index ? arguments[index].ToInt32() : otherwise;

    private static int Width(Value value)
    {
        var width = value.ToInt32();
        Limits.CheckLength(width);
        return Math.Max(width, 0);
    }
}
