namespace Orchestration.Templating.Rendering;

/// <summary>The limits of a rendering, each with its own error.</summary>
internal static class Limits
{
    public const int Steps = 1000;
    public const int Output = 1024 * 1024;
    public static readonly TimeSpan Regex = TimeSpan.FromMilliseconds(250);

    public static TemplateLimitException TooManySteps() =>
        new(TemplateLimit.Loop, $"More than {Steps} steps in one loop.");

    public static TemplateLimitException TooLong() =>
        new(TemplateLimit.Output, $"More than {Output} characters.");

    public static TemplateLimitException NotComputable(string what, Exception? cause = null) =>
        new(TemplateLimit.Number, $"Cannot compute {what}.", cause);

    public static TemplateLimitException TooSlow(string pattern, Exception cause) =>
        new(TemplateLimit.Regex, $"The regular expression '{pattern}' took more than {Regex.TotalMilliseconds} ms.", cause);

    /// <summary>A text on its way to the output may not be longer than the output.</summary>
    public static string Check(string text) => text.Length <= Output ? text : throw TooLong();

    public static void CheckLength(long length)
    {
        if (length > Output) throw TooLong();
    }

    public static Value[] Check(Value[] items) => items.Length <= Steps ? items : throw TooManySteps();
}
