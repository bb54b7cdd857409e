using Orchestration.Templating.Checking;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating;

/// <summary>Writes the normal form of a template and of what it includes.</summary>
internal sealed class NormalFormWriter
{
    private readonly Dictionary<CheckedFile, string> _names = new(ReferenceEqualityComparer.Instance);

    public List<NormalFormFile> Files { get; } = [];

    public string Write(CheckedFile file) =>
        TemplatePrinter.Print(file.Normal, include => NameOf(((ResolvedInclude)include).File));

    private string NameOf(CheckedFile file)
    {
        if (_names.TryGetValue(file, out var known)) return known;
        var text = Write(file);
        var variants = Files.Where(item => item.Name.Split('#')[0] == file.Source.Name).ToList();
        if (variants.Find(item => item.Text == text) is { } same) return _names[file] = same.Name;
        var name = variants.Count == 0 ? file.Source.Name : $"{file.Source.Name}#{variants.Count + 1}";
        Files.Add(new NormalFormFile(name, text));
        return _names[file] = name;
    }
}
