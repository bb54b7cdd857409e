using Orchestration.Templating.Fields;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests;

public class CompiledTemplateTests
{
    [Fact]
    public void Compile_Template_ListsFieldsAndFilesUsed()
    {
        var template = Some.Template(Some.CompileText(
            "{{ if ald }}{{ caisse.nom }}{{ end }}{{ for a in articles }}{{ a.titre }}{{ end }}{{ medecin?.ville }}{{ include 'a' x: rdv }}",
            new TemplateSource("a", "{{ $x }}{{ include 'b' }}", TemplateKind.Text),
            new TemplateSource("b", "{{ age }}", TemplateKind.Text)));
        Assert.Equal(["age", "ald", "articles", "caisse.nom", "medecin", "medecin.ville", "rdv"], template.FieldsUsed.Order());
        Assert.Equal(["a", "b"], template.FilesUsed);
        Assert.Equal("message", template.Name);
    }

    [Fact]
    public void Compile_HtmlTemplate_ShowsEachEscapingInItsNormalForm()
    {
        var template = Some.Template(Some.CompileHtml(
            "{{~ capture x -}} <b title=\"{{ prenom }}\">{{ envoi + \"\" }}</b>{{ end ~}}\n<a href='{{ lien }}'>{{ x }}</a><a href=\"https://x.fr/{{ age }}\">{{ ald ? 1 : 2 }}</a>"));
        Assert.Equal(
            "{{ capture x }}<b title=\"{{ prenom | html_attr }}\">{{ ((envoi | plain) + \"\") | html_text }}</b>{{ end }}"
            + "<a href='{{ lien | url_attr }}'>{{ x | html_text }}</a><a href=\"https://x.fr/{{ age | url_attr \"part\" }}\">{{ (ald ? 1 : 2) | html_text }}</a>",
            template.NormalForm);
    }

    [Fact]
    public void Compile_FileIncludedWithOtherTypes_HasOneNormalFormPerText()
    {
        var template = Some.Template(Some.CompileText(
            "{{ include 'a' x: prenom }}{{ include 'a' x: nom }}{{ include 'a' x: envoi }}{{ include 'a' x: rdv }}",
            new TemplateSource("a", "{{ $x + \"!\" }}", TemplateKind.Text)));
        Assert.Equal(
            "{{ include \"a\" x: prenom }}{{ include \"a\" x: nom }}{{ include \"a#2\" x: envoi }}{{ include \"a#2\" x: rdv }}",
            template.NormalForm);
        Assert.Equal(
            [new NormalFormFile("a", "{{ ($x + \"!\") | plain }}"), new NormalFormFile("a#2", "{{ (($x | plain) + \"!\") | plain }}")],
            template.NormalFormFiles);
    }

    [Fact]
    public void Render_ManyThreadsAtOnce_GiveEachTheirOwn()
    {
        var template = Some.Template(
            Some.CompileText("{{ capture x }}{{ for i in 1..9 }}{{ age * i }},{{ end }}{{ end }}{{ x }}"));
        Parallel.For(0, 2000, i =>
        {
            var values = Some.Values();
            values.SetInteger(Some.Schema.Ordinal("age"), i);
            Assert.Equal(string.Concat(Enumerable.Range(1, 9).Select(factor => $"{i * factor},")), template.Render(values));
        });
    }

    [Fact]
    public void Render_WhileRendering_GivesBothTheirOwn()
    {
        var inner = Some.Template(Some.CompileText("{{ prenom }}"));
        var outer = Some.Template(Some.CompileText("<{{ lien }}>"));
        var output = new ReentrantWriter(() => inner.Render(Some.Values()));
        outer.Render(output, Some.Values());
        Assert.Equal("Zoé<https://www.ameli.fr/?a=1&b=2>", output.ToString());
    }

    [Fact]
    public void Render_ValuesOfAnotherSchema_AreRefused()
    {
        var template = Some.Template(Some.CompileText("{{ prenom }}"));
        Assert.Throws<ArgumentException>(() => template.Render(new FieldValues(Some.Caisse)));
    }

    [Fact]
    public void Render_RequiredFieldWithoutValue_SaysWhich()
    {
        var template = Some.Template(Some.CompileText("{{ caisse.nom }}"));
        Assert.Contains(
            "'caisse'", Assert.Throws<InvalidOperationException>(
                () => template.Render(new FieldValues(Some.Schema))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_FieldNamedAsAWordOfTheLanguage_IsRefused() => Assert.Throws<ArgumentException>(() =>
        TemplateCompiler.Compile(
            new TemplateSource("t", "", TemplateKind.Text), new FieldSchema(("date", FieldType.Date)), new Files()));

    private sealed class ReentrantWriter(Func<string> inside) : StringWriter
    {
        public override void Write(ReadOnlySpan<char> buffer)
        {
            base.Write(inside());
            base.Write(buffer.ToString());
        }
    }
}
