using Orchestration.Messages.Templates;
using Orchestration.Templating;
using static Orchestration.Tests.Messages.Templates.SomePackage;

namespace Orchestration.Tests.Messages.Templates;

public sealed class TemplatePackageTests
{
    [Fact]
    public void Read_GoodPackage_GivesManifestLayoutsAndPreview()
    {
        var package = Good();

        Assert.Equal("national/essai", package.Manifest.Id);
        Assert.Equal(["layouts/essai"], package.Layouts.Select(layout => layout.Id));
        Assert.Equal("Zoé, votre compte", package.Preview.Subject);
        Assert.Equal(1, package.Preview.Sms!.Size.Segments);
    }

    [Theory]
    [InlineData("template.yaml", "P001")]
    [InlineData("subject.sbntxt", "P001")]
    [InlineData("body.sbnhtml", "P001")]
    [InlineData("body.sbntxt", "P001")]
    [InlineData("sms.sbntxt", "P001")]
    [InlineData("sample.json", "P001")]
    [InlineData("expected.subject.txt", "P001")]
    [InlineData("expected.html", "P001")]
    [InlineData("expected.txt", "P001")]
    [InlineData("expected.sms.txt", "P001")]
    public void Read_FileMissing_IsNamed(string name, string code) => AssertOnly(code, name, Problems(Files(name)));

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("script.js")]
    [InlineData("images/photo.svg")]
    [InlineData("images/Photo.png")]
    [InlineData("../essai.sbntxt")]
    public void Read_FileOfNoUse_IsNamed(string name) => AssertOnly("P002", name, Problems(Files(name, "a")));

    [Fact]
    public void Read_Image_IsKept() => Assert.Contains("images/photo-1.png", Good(Files("images/photo-1.png", "a")).Files.Keys);

    [Fact]
    public void Read_PartOfAChannelThatIsNotOffered_IsNamed()
    {
        var files = Changed("template.yaml", "[email, sms]", "[email]");

        Assert.Equal(["expected.sms.txt", "sms.sbntxt"], Problems(files).Select(problem => problem.File));
    }

    [Theory]
    [InlineData("subject.sbntxt", "{{ prenom }}", "{{ nom }}", 1, 4)]
    [InlineData("subject.sbntxt", "{{ prenom }}", "{{ objet }}", 1, 4)]
    [InlineData("subject.sbntxt", "{{ prenom }}", "{{ stop }}", 1, 4)]
    [InlineData("sms.sbntxt", "{{ prenom }}", "{{ lien_desinscription }}", 1, 4)]
    [InlineData("body.sbnhtml", "Bonjour {{ prenom }}", "Bonjour {{ if }}", 6, 12)]
    public void Read_PartThatDoesNotCompile_IsNamedAtItsPlace(string file, string good, string bad, int line, int column)
    {
        var problems = Problems(Changed(file, good, bad));

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal((file, line), (problem.File, problem.Line)));
        Assert.Contains(problems, problem => problem.Column >= column);
    }

    [Fact]
    public void Read_UnknownLayout_IsNamed() =>
        Assert.All(Problems(Files(), new Dictionary<string, LayoutPackage>()), problem => Assert.Equal("body.sbnhtml", problem.File));

    [Fact]
    public void Read_FaultInALayout_NamesTheLayout() =>
        Assert.All(Problems(Files(), Layouts("{{ inconnu }}")), problem => Assert.Equal("layouts/essai", problem.File));

    [Theory]
    [InlineData("\"prenom\": \"Zoé\"", "\"prenom\" \"Zoé\"", "S001")]
    [InlineData("\"prenom\": \"Zoé\"", "\"prenom\": \"Zoé\", \"prenom\": \"Léa\"", "S001")]
    [InlineData("\"prenom\": \"Zoé\"", "\"prenom\": \"Zoé\", \"nom\": \"Zoé\"", "S003")]
    [InlineData("\"Zoé\"", "[\"Zoé\"]", "S004")]
    [InlineData("\"Zoé\"", "null", "S004")]
    [InlineData("\"Zoé\"", "\"\"", "S004")]
    [InlineData("1985-03-12", "12/03/1985", "S004")]
    [InlineData("true", "\"oui\"", "S004")]
    [InlineData("2,", "\"deux\",", "S004")]
    [InlineData("non_fait", "pas fait", "S004")]
    public void Read_BadSample_IsNamed(string good, string bad, string code) => AssertOnly(code, "sample.json", Problems(Changed("sample.json", good, bad)));

    [Fact]
    public void Read_SampleWithSeveralFaults_NamesEachAtItsPlace()
    {
        var problems = Problems(Files("sample.json", "{ \"compte_ameli\": \"oui\",\n  \"naissance\": \"1985\", \"ville\": \"Amiens\" }"));

        Assert.Equal(
            [("S003", 2, 24), ("S004", 1, 1), ("S004", 1, 3), ("S004", 2, 3)],
            problems.Select(problem => (problem.Code, problem.Line, problem.Column)).Order());
    }

    [Fact]
    public void Read_SampleThatIsNoObject_IsNamed() => AssertOnly("S002", "sample.json", Problems(Files("sample.json", "[]")));

    [Fact]
    public void Read_SampleOverALimit_IsNamed() =>
        AssertOnly("S005", "sample.json", Problems(Files("sms.sbntxt", "{{ for i in 1..2000 }}a{{ end }} {{ stop }}")));

    [Theory]
    [InlineData("expected.html", "Compte ouvert", "Compte fermé", 8, 11)]
    [InlineData("expected.txt", "Refuser", "Accepter", 3, 1)]
    [InlineData("expected.subject.txt", "compte", "comptes", 1, 18)]
    [InlineData("expected.sms.txt", "STOP", "Stop", 1, 27)]
    public void Read_OutputThatDiffersFromItsGoldenFile_IsNamedWhereTheyPart(string file, string good, string bad, int line, int column)
    {
        var problem = AssertOnly("P020", file, Problems(Changed(file, good, bad)));

        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Read_ContentThatFailsACheck_IsRefused()
    {
        var files = Changed("sms.sbntxt", " {{ stop }}", "");
        files["expected.sms.txt"] = "Zoé, créez votre compte."u8.ToArray();

        AssertOnly("C022", "expected.sms.txt", Problems(files));
    }

    [Fact]
    public void Read_BadLinkInABranchThatTheSampleDoesNotTake_IsRefusedInTheSource()
    {
        var files = Changed("body.sbntxt", "Bonjour", "{{ if medecin_traitant.fait }}https://pirate.example/{{ end }}Bonjour");

        Assert.Equal(1, AssertOnly("C010", "body.sbntxt", Problems(files)).Line);
    }

    [Fact]
    public void Read_NirInTheSample_IsRefused() => AssertOnly("C050", "sample.json", Problems(Changed("sample.json", "Zoé", "2 55 08 14 168 025 38")));

    [Fact]
    public void Read_FaultsInSeveralFiles_AreAllNamed()
    {
        var files = Changed("template.yaml", "version: 2", "version: 2\ncouleur: bleue");
        files["sms.sbntxt"] = "Voir http://ameli.fr/"u8.ToArray();
        files["body.sbntxt"] = [0xE9];

        Assert.Equal(["body.sbntxt", "sms.sbntxt", "template.yaml"], Problems(files).Select(problem => problem.File).Order());
    }

    [Fact]
    public void RenderSample_WithoutGoldenFiles_GivesTheirContent()
    {
        var files = Files().Where(file => !file.Key.StartsWith("expected.", StringComparison.Ordinal)).ToDictionary();

        var outputs = TemplatePackage.RenderSample(files, Layouts(), SomeContent.Settings).Package!;

        Assert.Equal(["expected.html", "expected.sms.txt", "expected.subject.txt", "expected.txt"], outputs.Keys.Order());
        Assert.Equal("Zoé, votre compte", outputs["expected.subject.txt"]);
    }

    private static TemplateProblem AssertOnly(string code, string file, IReadOnlyList<TemplateProblem> problems)
    {
        var problem = Assert.Single(problems);
        Assert.Equal((code, file), (problem.Code, problem.File));
        Assert.NotEmpty(problem.Mend);
        return problem;
    }
}
