using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>What can be wrong with a package as a set of files; codes <c>P0xx</c>.</summary>
internal static class PackageProblems
{
    /// <summary>Code of a file that is not there.</summary>
    public const string Missing = "P001";

    public static TemplateProblem MissingFile(string file) => Of(file, Missing, "Ce fichier manque.", "Ajoutez-le au dossier.");

    public static TemplateProblem UnknownFile(string file) =>
        Of(file, "P002", "Ce fichier n’a pas sa place ici.", "Effacez-le, ou rangez une image dans images/.");

    public static TemplateProblem NotUtf8(string file) => Of(file, "P003", "Le fichier n’est pas en UTF-8.", "Enregistrez-le en UTF-8.");

    public static TemplateProblem OtherFolder(string file, string id) =>
        Of(file, "P004", $"L’identifiant « {id} » n’est pas le nom du dossier.", "Donnez le même nom aux deux.");

    private static TemplateProblem Of(string file, string code, string message, string mend) =>
        ProblemLog.Problem(file, Place.Start, code, message, mend);
}
