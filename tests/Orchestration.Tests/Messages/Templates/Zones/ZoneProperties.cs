using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Tests.Messages.Templates.Zones;

/// <summary>Whatever a caisse writes, it is refused, or it is shown as it was written: it never becomes markup, code or another link.</summary>
public sealed class ZoneProperties
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<", ">", "\"", "'", "&", "&amp;", "&#60;", "&lt", "{{", "}}", "{{ prenom }}", "{%", "%}", "{%{", "}%}", "-->", "]]>",
        "</title>", "</style>", "javascript:", "https://exemple.fr", "exemple.fr", "\" onclick=\"x", "'><img src=x>", "\\", "`", "=", "\u202E", "\u0000", "\uD800",
        "\n", "\r", "\u2028", "é", "😀", " ", "mot", "Bonjour", "https://www.ameli.fr", "a", "b c", "·", "«", "»", "…", "$x", "raw", "|", "{", "}", "#", "%",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ArrayOf().Where(pieces => pieces.Length is > 0 and < 12).Select(string.Concat);

    [Fact]
    public void Fill_AnyText_IsRefusedOrShownAsItIs() => Support.Property.Holds(
        from name in Gen.Elements("titre", "texte", "note", "court")
        from text in Texts
        select (name, text),
        sample => IsRefusedOrShown(sample.name, sample.text));

    /// <summary>Were every rule on words missing, escaping alone would hold.</summary>
    [Fact]
    public void Render_TextThatNoRuleHasSeen_IsShownAsItIs() => Support.Property.Holds(Texts.Where(text => text.Trim().Length > 0), text =>
    {
        var shown = string.Concat(text.EnumerateRunes()).Replace("\0", "\uFFFD", StringComparison.Ordinal);
        var html = Escaped(shown);
        var document = Parse(html);
        var heading = document.QuerySelector("h1")!;
        return Same(heading.TextContent, shown) && Same(heading.GetAttribute("title")!, shown) && heading.Attributes.Length == 1 && heading.ChildElementCount == 0;
    });

    private static bool IsRefusedOrShown(string name, string text)
    {
        var layout = SomeZones.Good();
        var zone = layout.Manifest.Zones.Single(zone => zone.Name == name);
        var tidy = ZoneRules.Tidy(zone, text);
        var faults = ZoneRules.Faults(zone, tidy, SomeContent.Settings).ToList();
        var (filled, problems) = layout.Fill(SomeZones.Texts(name, tidy), SomeContent.Settings);
        if (filled is null)
            return problems.Count > 0;
        if (faults.Count > 0)
            return false;

        var document = Parse(filled.Preview.Html!);
        var reference = Parse(layout.Fill(SomeZones.Texts(name, "mot"), SomeContent.Settings).Package!.Preview.Html!);
        return name switch
        {
            "court" => filled.Preview.Sms!.Text.StartsWith("Zoé,", StringComparison.Ordinal),
            "texte" => document.QuerySelectorAll("p.texte").Select(line => line.TextContent).SequenceEqual(tidy.Split('\n')) && HasElementsOf(reference, document, "p.texte"),
            "note" => tidy.Length == 0 || (document.QuerySelector("p.note")!.TextContent == tidy && HasElementsOf(reference, document, "p.texte")),
            _ => document.QuerySelector("h1")!.TextContent == tidy && document.QuerySelector("h1")!.GetAttribute("title") == tidy
                && document.QuerySelector("title")!.TextContent == tidy && HasElementsOf(reference, document, "p.texte"),
        };
    }

    /// <summary>The same elements and attributes, paragraphs of the text apart.</summary>
    private static bool HasElementsOf(IHtmlDocument reference, IHtmlDocument document, string apart) =>
        Shape(reference, apart).SequenceEqual(Shape(document, apart));

    private static IEnumerable<string> Shape(IHtmlDocument document, string apart) =>
        from element in document.All
        where !element.Matches(apart)
        select $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))} {element.GetAttribute("href")}";

    private static string Escaped(string text)
    {
        var schema = new FieldSchema(("titre", FieldType.Text));
        var source = new TemplateSource("essai", "<h1 title=\"{{ titre }}\">{{ titre }}</h1>", TemplateKind.Html);
        var values = new FieldValues(schema);
        values.SetText(0, text);
        var layouts = new LayoutLoader(new Dictionary<string, LayoutPackage>(), TemplateKind.Html);
        return TemplateCompiler.Compile(source, schema, layouts).Template!.Render(values);
    }

    // A parser of HTML makes one line feed of any line ending.
    private static bool Same(string parsed, string text) => parsed == text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
