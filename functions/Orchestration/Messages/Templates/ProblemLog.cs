using Orchestration.Templating;
using Orchestration.Wording;

namespace Orchestration.Messages.Templates;

/// <summary>Gathers the problems of one file, in French spacing.</summary>
internal sealed class ProblemLog(string file, ICollection<TemplateProblem> problems)
{
    public static TemplateProblem Problem(string file, Place place, string code, string message, string mend) =>
        new(file, place.Line, place.Column, place.Length, code, French.Typeset(message), French.Typeset(mend));

    public void Add(string code, Place place, string message, string mend) => problems.Add(Problem(file, place, code, message, mend));
}
