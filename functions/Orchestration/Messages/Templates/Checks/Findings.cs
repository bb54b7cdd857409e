using AngleSharp.Dom;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>Problems that point into a rendered part.</summary>
internal static class Findings
{
    /// <summary>Of the part as a whole.</summary>
    public static TemplateProblem In(string file, string code, string message, string mend) =>
        ProblemLog.Problem(file, Place.Start, code, message, mend);

    /// <summary>Of an element of the HTML; one that the parser had to invent has no place of its own.</summary>
    public static TemplateProblem At(IElement element, string code, string message, string mend)
    {
        var place = element.SourceReference is { } source ? new Place(source.Position.Line, source.Position.Column, 0) : Place.Start;
        return ProblemLog.Problem(PackageFiles.ExpectedHtml, place, code, message, mend);
    }
}
