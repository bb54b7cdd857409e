using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>Gathers the problems of one file.</summary>
internal sealed class ProblemLog(string file, ICollection<TemplateProblem> problems)
{
    public void Add(string code, Place place, string message, string mend) =>
        problems.Add(new TemplateProblem(file, place.Line, place.Column, place.Length, code, FrenchSpacing.Apply(message), FrenchSpacing.Apply(mend)));
}

/// <summary>Where a problem is, from 1.</summary>
internal readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>A problem of the file as a whole.</summary>
    public static readonly Place Start = new(1, 1, 0);
}
