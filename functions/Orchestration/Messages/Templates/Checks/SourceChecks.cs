using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>What the text of a template or layout may not hold, whichever branch a sample takes.</summary>
internal static class SourceChecks
{
    public static IEnumerable<TemplateProblem> Run(string file, string text, MessageSettings settings) =>
        [.. LinkCheck.InSource(file, text, settings), .. NirCheck.Find(file, text)];
}
