using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>No social security number in a message, not even an invented one (domain.md B8).</summary>
internal static class NirCheck
{
    public const string Code = "C050";

    public static IEnumerable<TemplateProblem> Run(CheckInput input) => input.Parts.SelectMany(part => Find(part.File, part.Text));

    public static IEnumerable<TemplateProblem> Find(string file, string text) =>
        Nir.Find(text).Select(found => ProblemLog.Problem(
            file, Place.Of(text, found.Start.Value, found.End.Value - found.Start.Value), Code,
            "Ceci est un numéro de sécurité sociale, ou en a la forme et la clé.", "Retirez-le, même d’un exemple."));
}
