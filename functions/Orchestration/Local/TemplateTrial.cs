using Microsoft.Extensions.Configuration;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Messages;
using Orchestration.Messages.Templates;
using Orchestration.Templating;
using Orchestration.Wording;

namespace Orchestration.Local;

/// <summary>A template of a folder on this machine, rendered for its sample, with everything that is wrong with it. Nothing is sent or kept.</summary>
/// <param name="Id">Such as <c>national/ror-invitation</c>.</param>
/// <param name="Outputs">By the name of their golden file; empty when it does not render.</param>
/// <param name="Package">Null when there is a problem.</param>
/// <param name="Problems">Files are named by their path below the folder of templates.</param>
internal sealed record TemplateTrial(
    string Id, IReadOnlyDictionary<string, string> Outputs, TemplatePackage? Package, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary>The nearest to hand: <c>templates</c> in the current folder, else those that came with the program.</summary>
    public static string DefaultRoot => Directory.Exists("templates") ? Path.GetFullPath("templates") : SampleFiles.Templates;

    /// <summary>As an installation without settings of its own has them, with those of the environment.</summary>
    public static MessageSettings Settings()
    {
        var settings = new MessageSettings { StopNumber = LocalApp.StopNumber };
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(MessageSettings.Section).Bind(settings);
        return settings;
    }

    /// <param name="root">The folder of layouts and templates.</param>
    /// <param name="template">Id of a template, or its folder below the root.</param>
    /// <param name="sample">Another person than that of <c>sample.json</c>, if any: golden files then say nothing.</param>
    /// <param name="settings">Allowed domains and senders, limits.</param>
    /// <exception cref="LocalToolException">There is no such template.</exception>
    public static TemplateTrial Run(string root, string template, byte[]? sample, MessageSettings settings)
    {
        var id = IdOf(root, template);
        var folders = TemplateLibrary.Folders(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Relative(root, file), File: file))
            .Where(file => file.Path.StartsWith($"{id}/", StringComparison.Ordinal) || TemplateLibrary.IsLayout(file.Path))
            .Select(file => KeyValuePair.Create(file.Path, File.ReadAllBytes(file.File))));
        if (TemplateLibrary.IsLayout(id) || !folders.TryGetValue(id, out var files))
            throw Unknown(root, id);

        var layouts = new Dictionary<string, LayoutPackage>(StringComparer.Ordinal);
        var problems = new List<TemplateProblem>();
        foreach (var (folder, content) in folders.Where(folder => TemplateLibrary.IsLayout(folder.Key)))
        {
            var reading = LayoutPackage.Read(content, settings);
            problems.AddRange(reading.Problems.Select(problem => In(folder, problem)));
            if (reading.Package is { } layout)
                layouts.Add(folder, layout);
        }

        if (sample is not null)
            files = new Dictionary<string, byte[]>(files.Where(file => PackageFiles.IsSource(file.Key))) { [PackageFiles.Sample] = sample };
        var package = TemplatePackage.Read(files, layouts, settings);
        problems.AddRange(package.Problems.Where(problem => sample is null || !IsOfGolden(problem)).Select(problem => In(id, problem)));
        var outputs = TemplatePackage.RenderSample(files, layouts, settings).Package ?? new Dictionary<string, string>();
        return new TemplateTrial(id, outputs, package.Package, problems);
    }

    /// <summary>A problem inside an included layout already names it.</summary>
    private static TemplateProblem In(string folder, TemplateProblem problem) =>
        TemplateLibrary.IsLayout(problem.File) ? problem : problem with { File = $"{folder}/{problem.File}" };

    /// <summary>Missing: those that the sample would be compared with.</summary>
    private static bool IsOfGolden(TemplateProblem problem) => problem.Code == PackageProblems.Missing && !PackageFiles.IsSource(problem.File);

    private static string IdOf(string root, string template)
    {
        var relative = Directory.Exists(template) ? Relative(root, Path.GetFullPath(template)) : template;
        return relative.StartsWith("..", StringComparison.Ordinal) ? template : relative.TrimEnd('/');
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static LocalToolException Unknown(string root, string id)
    {
        var known = Directory.EnumerateFiles(root, PackageFiles.Manifest, SearchOption.AllDirectories).Select(file => Relative(root, Path.GetDirectoryName(file)!));
        return new LocalToolException(NearNames.Find(id, known) is { } near
            ? French.Text($"Aucun modèle « {id} » dans {root}. Vouliez-vous dire « {near} » ?")
            : French.Text($"Aucun modèle « {id} » dans {root}."));
    }
}
