using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Local.Verbs;

public sealed class PreviewCommandTests : IDisposable
{
    private const string Ror = "national/ror-invitation";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Preview_GoodTemplate_ShowsItsPartsAndWritesThem()
    {
        var (exit, output, _) = await Verb.RunAsync("preview", Ror, "--templates", TemplateFolder.Path, "--to", _folder.File("out"));

        Assert.Equal(0, exit);
        Assert.Contains("Zoé, vos vaccins sont-ils à jour", output, StringComparison.Ordinal);
        Assert.Contains("1\u00A0segment sur 3 (140 unités, GSM 7 bits)", output, StringComparison.Ordinal);
        Assert.Contains($"{Ror}\u00A0: aucun problème.", output, StringComparison.Ordinal);
        Assert.Equal(["body.html", "body.txt", "sms.txt", "subject.txt"], Directory.EnumerateFiles(_folder.File("out")).Select(Path.GetFileName).Order());
        Assert.Equal(File.ReadAllText(Path.Combine(TemplateFolder.Path, Ror, "expected.html")), File.ReadAllText(_folder.File("out/body.html")));
    }

    [Fact]
    public async Task Preview_FolderOfTheTemplate_IsItsId()
    {
        var (exit, output, _) = await Verb.RunAsync("preview", Path.Combine(TemplateFolder.Path, Ror) + "/", "--templates", TemplateFolder.Path);

        Assert.Equal(0, exit);
        Assert.Contains($"{Ror}\u00A0: aucun problème.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_AnotherPerson_IsNotComparedWithTheGoldenFiles()
    {
        File.WriteAllText(_folder.File("person.json"), """{ "prenom": "Anne-Sophie", "medecin_traitant": "non_fait" }""");

        var (exit, output, _) = await Verb.RunAsync("preview", Ror, "--templates", TemplateFolder.Path, "--sample", _folder.File("person.json"));

        Assert.Equal(0, exit);
        Assert.Contains("Anne-Sophie, vos vaccins", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sample.json", "\"Zoé\"", "17, \"age\": 3", "national/ror-invitation/sample.json:2:17: [S003]")]
    [InlineData("subject.sbntxt", "{{ prenom }}", "{{ prenm }}", "national/ror-invitation/subject.sbntxt:1:4: [T201]")]
    [InlineData("sms.sbntxt", "Infos", "Infs", "national/ror-invitation/expected.sms.txt:1:")]
    [InlineData("template.yaml", "version:", "verion:", "national/ror-invitation/template.yaml:")]
    public async Task Preview_BadTemplate_SaysWhatIsWrongAndWhere(string file, string good, string bad, string said)
    {
        Copy("layouts");
        Copy(Ror);
        var path = _folder.File($"{Ror}/{file}");
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        var (exit, output, _) = await Verb.RunAsync("preview", Ror, "--templates", _folder.Path);

        Assert.Equal(1, exit);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Contains("problème", output.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("national/ror-invitatio", "Vouliez-vous dire «\u00A0national/ror-invitation\u00A0»")]
    [InlineData("layouts/reseau", "Aucun modèle")]
    [InlineData("..", "Aucun modèle")]
    public async Task Preview_NoSuchTemplate_IsRefusedWithTheNearest(string template, string said) => Assert.Contains(
        said,
        (await Assert.ThrowsAsync<LocalToolException>(() => Verb.RunAsync("preview", template, "--templates", TemplateFolder.Path))).Message,
        StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private void Copy(string below)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TemplateFolder.Path, below), "*", SearchOption.AllDirectories))
        {
            var target = _folder.File(Path.GetRelativePath(TemplateFolder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
