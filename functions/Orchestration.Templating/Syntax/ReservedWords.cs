using System.Collections.Frozen;

namespace Orchestration.Templating.Syntax;

/// <summary>The names that Scriban or the prelude already give a meaning to.</summary>
internal static class ReservedWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "null", "true", "false", "if", "else", "end", "for", "in", "case", "when", "while", "break", "continue", "func", "do",
        "ret", "capture", "wrap", "with", "import", "readonly", "tablerow", "this", "include", "include_join",
        "reversed", "offset", "limit", "empty", "blank",
        "array", "date", "html", "math", "object", "regex", "string", "timespan",
        "html_text", "html_attr", "url_attr", "raw", "plain",
    ]);

    public static bool Contains(string name) => Words.Contains(name);

    public static bool IsName(string name) =>
        name.Length > 0 && (name[0] == '_' || char.IsLetter(name[0]))
            && name.All(c => c == '_' || char.IsLetter(c) || char.IsDigit(c));
}
