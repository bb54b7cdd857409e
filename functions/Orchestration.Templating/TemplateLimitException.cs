namespace Orchestration.Templating;

/// <summary>A rendering went over a limit. Nothing was written. The same values will fail again: do not retry.</summary>
public sealed class TemplateLimitException : Exception
{
    public TemplateLimitException(TemplateLimit limit, string message, Exception? innerException = null)
        : base(message, innerException) => Limit = limit;

    public TemplateLimit Limit { get; }
}
