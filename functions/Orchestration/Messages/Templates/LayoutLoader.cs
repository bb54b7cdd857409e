using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>What <c>include</c> reaches from a part of one kind: the files of layouts, and nothing else.</summary>
internal sealed class LayoutLoader(IReadOnlyDictionary<string, LayoutPackage> layouts, TemplateKind kind) : ITemplateLoader
{
    private const string Main = "layout";

    public TemplateSource? Find(string name)
    {
        var (id, file) = Split(name);
        var fileName = file + (kind == TemplateKind.Html ? ".sbnhtml" : ".sbntxt");
        return layouts.TryGetValue(id, out var layout) && layout.Texts.TryGetValue(fileName, out var text)
            ? new TemplateSource(name, text, kind, IsLayout: true)
            : null;
    }

    /// <summary><c>layouts/x</c> is its file <c>layout</c>; <c>layouts/x/bouton</c> its file <c>bouton</c>.</summary>
    public static (string Layout, string File) Split(string name)
    {
        var end = name.LastIndexOf('/');
        return name.Count(character => character == '/') > 1 ? (name[..end], name[(end + 1)..]) : (name, Main);
    }
}
