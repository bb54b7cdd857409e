using Orchestration.Templating.Expressions;
using Orchestration.Templating.Html;

namespace Orchestration.Templating.Checking;

/// <summary>The prelude's functions for printing, and how the normal form writes them.</summary>
internal static class PrintFunctions
{
    private static readonly (Escaping Escaping, string Name, string? Argument)[] All =
    [
        (Escaping.HtmlText, "html_text", null),
        (Escaping.HtmlAttribute, "html_attr", null),
        (Escaping.UrlWhole, "url_attr", null),
        (Escaping.UrlComponent, "url_attr", "part"),
        (Escaping.UrlAddress, "url_attr", "address"),
        (Escaping.Raw, "raw", null),
    ];

    public static bool Contains(string name) => Array.Exists(All, item => item.Name == name);

    public static CallExpression Apply(Escaping escaping, Expression value)
    {
        var (_, name, argument) = escaping == Escaping.Plain
            ? (escaping, "plain", null)
            : Array.Find(All, item => item.Escaping == escaping);
        IReadOnlyList<Expression> arguments = argument is null ? [value] : [value, new LiteralExpression(argument, value.Span)];
        return new CallExpression(name, value.Span, arguments, true, value.Span);
    }

    /// <summary>
    /// What a printed expression already says about its escaping; null when it says nothing, or nothing that exists.
    /// </summary>
    public static Escaping? Read(CallExpression call)
    {
        var argument = call.Arguments is [_, LiteralExpression { Value: string text }] ? text : null;
        var found = Array.FindIndex(All, item => item.Name == call.Function && item.Argument == argument);
        return found < 0 || call.Arguments.Count != (argument is null ? 1 : 2) ? null : All[found].Escaping;
    }
}
