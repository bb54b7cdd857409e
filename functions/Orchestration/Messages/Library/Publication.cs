using Orchestration.Messages.Templates;
using Orchestration.Templating;

namespace Orchestration.Messages.Library;

/// <summary>What an upload makes of the library: pure.</summary>
internal static class Publication
{
    /// <summary>
    /// Folders with a problem keep their former files. A new layout with which a published template would no longer pass is refused, and so is what came
    /// with it: nothing that could be sent yesterday breaks today. A published template that no longer passes by itself, since a setting became stricter, is in nobody's way.
    /// </summary>
    public static (LibraryFiles Library, TemplateReport Report) Of(
        string name, LibraryFiles present, IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> folders, MessageSettings settings)
    {
        var wanted = present.With(folders);
        var found = TemplateLibrary.Read(wanted.Files, settings).Problems;
        var faulty = folders.Keys.Where(folder => found.Any(problem => IsIn(folder, problem))).ToHashSet(StringComparer.Ordinal);
        var elsewhere = found.Where(problem => !folders.Keys.Any(folder => IsIn(folder, problem))).ToArray();
        if (elsewhere.Length > 0 && elsewhere.Except(TemplateLibrary.Read(present.Files, settings).Problems).Any())
            return (present, new TemplateReport(name, [], found));

        var accepted = folders.Where(folder => !faulty.Contains(folder.Key)).ToDictionary(StringComparer.Ordinal);
        return (present.With(accepted), new TemplateReport(name, [.. accepted.Keys.Order(StringComparer.Ordinal)], found));
    }

    private static bool IsIn(string folder, TemplateProblem problem) => problem.File.StartsWith(folder + "/", StringComparison.Ordinal);
}
