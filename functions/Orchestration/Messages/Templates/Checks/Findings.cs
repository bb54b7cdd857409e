using AngleSharp.Dom;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>Builds problems that point into a rendered part.</summary>
internal static class Findings
{
    public static TemplateProblem In(string file, string code, string message, string mend) => Typeset(new(file, 1, 1, 0, code, message, mend));

    public static TemplateProblem In(string file, string text, int start, int length, string code, string message, string mend)
    {
        var before = text.AsSpan(0, start);
        var line = before.Count('\n') + 1;
        return Typeset(new TemplateProblem(file, line, start - (before.LastIndexOf('\n') + 1) + 1, length, code, message, mend));
    }

    public static TemplateProblem At(IElement element, string code, string message, string mend)
    {
        // An element that the parser had to invent has no place of its own.
        var place = element.SourceReference?.Position;
        return Typeset(new TemplateProblem(PackageFiles.ExpectedHtml, place?.Line ?? 1, place?.Column ?? 1, 0, code, message, mend));
    }

    private static TemplateProblem Typeset(TemplateProblem problem) =>
        problem with { Message = FrenchSpacing.Apply(problem.Message), Mend = FrenchSpacing.Apply(problem.Mend) };
}
