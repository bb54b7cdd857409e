using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.Audience;
using Orchestration.Messages;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Tests.Messages.Templates;

public sealed class ManifestReaderTests
{
    private const string Good = """
        id: national/essai
        version: 3
        title: Essai
        author: Dicom/DCP
        purpose: health
        public: insured
        channels: [email, sms]
        list: essai
        senders:
          email:
            name: L’Assurance Maladie
            address: info@info.ameli.fr
          sms: AssMaladie
        fields:
          prenom: text
          naissance: { type: date, optional: true }
          vaccin_ror: tri-state
        """;

    [Fact]
    public void Read_GoodManifest_GivesEverything()
    {
        var (manifest, problems) = Read(Good);

        Assert.Empty(problems);
        Assert.NotNull(manifest);
        Assert.Equal(("national/essai", 3, "Essai", "Dicom/DCP"), (manifest.Id, manifest.Version, manifest.Title, manifest.Author));
        Assert.Equal((Purpose.Health, Population.Insured), (manifest.Purpose, manifest.Population));
        Assert.Equal(("essai", "AssMaladie"), (manifest.ListId, manifest.SmsSender));
        Assert.Equal([Channel.Email, Channel.Sms], manifest.Channels);
        Assert.Equal(new EmailSender("L’Assurance Maladie", "info@info.ameli.fr"), manifest.EmailSender);
        Assert.Equal(
            [
                new("prenom", DataKind.Text, Optional: false),
                new("naissance", DataKind.Date, Optional: true),
                new("vaccin_ror", DataKind.TriState, Optional: false),
            ],
            manifest.Fields);
    }

    [Fact]
    public void Read_SmsAlone_NeedsNoEmailSenderNorList()
    {
        var (manifest, problems) = Read("""
            id: national/essai
            version: 1
            title: Essai
            author: Dicom
            purpose: promotion
            public: insured
            channels: [sms]
            senders: { sms: AssMaladie }
            """);

        Assert.Empty(problems);
        Assert.Null(manifest!.EmailSender);
        Assert.Null(manifest.ListId);
        Assert.Empty(manifest.Fields);
    }

    [Theory]
    [InlineData("version: 3", "version: 0", "M013", 2, 10)]
    [InlineData("version: 3", "version: trois", "M013", 2, 10)]
    [InlineData("version: 3\n", "", "M010", 1, 1)]
    [InlineData("id: national/essai", "id: ../essai", "M013", 1, 5)]
    [InlineData("purpose: health", "purpose: santé", "M013", 5, 10)]
    [InlineData("public: insured", "public: tous", "M013", 6, 9)]
    [InlineData("title: Essai", "title: [Essai]", "M012", 3, 8)]
    [InlineData("title: Essai", "titre: Essai\ntitle: Essai", "M011", 3, 1)]
    [InlineData("channels: [email, sms]", "channels: email", "M015", 7, 11)]
    [InlineData("channels: [email, sms]", "channels: [email, sms, courrier]", "M016", 7, 24)]
    [InlineData("channels: [email, sms]", "channels: [email, sms, sms]", "M016", 7, 24)]
    [InlineData("list: essai", "list: Éssai", "M013", 8, 7)]
    [InlineData("address: info@info.ameli.fr", "address: info", "M013", 12, 14)]
    [InlineData("address: info@info.ameli.fr", "address: info@pirate.example", "M013", 12, 14)]
    [InlineData("name: L’Assurance Maladie", "name: \"L’Assurance\\r\\nBcc: a@b.fr\"", "M013", 11, 11)]
    [InlineData("sms: AssMaladie", "sms: Pirate", "M013", 13, 8)]
    [InlineData("  sms: AssMaladie\n", "", "M010", 10, 3)]
    [InlineData("prenom: text", "Prénom: text", "M020", 15, 3)]
    [InlineData("prenom: text", "caisse: text", "M021", 15, 3)]
    [InlineData("prenom: text", "date: text", "M022", 15, 3)]
    [InlineData("prenom: text", "prenom: texte", "M013", 15, 11)]
    [InlineData("optional: true", "optional: oui", "M013", 16, 38)]
    [InlineData("optional: true", "facultatif: true", "M011", 16, 28)]
    [InlineData("prenom: text", "prenom: text\n  prenom: text", "M005", 16, 3)]
    [InlineData("title: Essai", "title: &ancre Essai", "M004", 3, 8)]
    [InlineData("title: Essai", "title: !!str Essai", "M004", 3, 8)]
    [InlineData("title: Essai", "\ttitle: Essai", "M002", 3, 1)]
    public void Read_OneFault_IsNamedAtItsPlace(string good, string bad, string code, int line, int column)
    {
        var (manifest, problems) = Read(Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(manifest);
        var problem = Assert.Single(problems);
        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.Column));
        Assert.Equal("template.yaml", problem.File);
        Assert.NotEmpty(problem.Message);
        Assert.NotEmpty(problem.Mend);
    }

    [Fact]
    public void Read_ManyFaults_AreAllNamed()
    {
        var (manifest, problems) = Read("""
            id: Essai
            version: -1
            auteur: moi
            purpose: vente
            channels: []
            fields: prenom
            """);

        Assert.Null(manifest);
        Assert.Equal(["M010", "M010", "M010", "M011", "M013", "M013", "M013", "M014", "M015"], problems.Select(problem => problem.Code).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("texte")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Read_NotOneMapping_IsNamed(string yaml) => Assert.Equal("M003", Assert.Single(Read(yaml).Problems).Code);

    [Fact]
    public void Read_NotUtf8_IsNamed()
    {
        var problems = new List<TemplateProblem>();

        Assert.Null(ManifestReader.Read("template.yaml", [0x69, 0x64, 0x3A, 0x20, 0xE9], SomeContent.Settings, problems));
        Assert.Equal("P003", Assert.Single(problems).Code);
    }

    [Fact]
    public void Read_AnyDamage_IsAProblemAndNeverAnException() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNull<string>>((at, length, piece) =>
        {
            var start = at.Get % Good.Length;
            var (manifest, problems) = Read(Good.Remove(start, Math.Min(length.Get, Good.Length - start)).Insert(start, piece.Get));
            return (manifest is null) == (problems.Count > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static (TemplateManifest? Manifest, List<TemplateProblem> Problems) Read(string yaml)
    {
        var problems = new List<TemplateProblem>();
        return (ManifestReader.Read("template.yaml", Encoding.UTF8.GetBytes(yaml), SomeContent.Settings, problems), problems);
    }
}
