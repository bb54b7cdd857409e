using Orchestration.Templating;

namespace Orchestration.Messages.Rendering;

/// <summary>An approved content cannot be rendered any more. Trying again does not help: it needs a new version and a new visa.</summary>
public sealed class InvalidContentException(string template, IReadOnlyList<TemplateProblem> problems)
    : Exception($"Template '{template}' does not compile: {string.Join(" ", problems)}")
{
    public IReadOnlyList<TemplateProblem> Problems => problems;
}
