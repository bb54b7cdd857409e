using System.Text;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Planning;
using Orchestration.Templating;

namespace Orchestration.Tests.Messages.Templates;

public sealed class OrderSectionTests
{
    private const string Head = """
        id: library/essai
        version: 1
        title: Essai
        author: claire.martin
        purpose: promotion
        public: insured
        channels: [sms]
        senders:
          sms: AssMaladie

        """;

    private const string Good = Head + """
        order:
          theme: carte-vitale
          audience: >-
            age >= 16
            && jours_depuis(carte_vitale_maj) >= 365
          guidance: Un mardi ou un jeudi.
          window: "10:00-12:00"
          from: 2027-04-26
          until: 2027-05-31
          priority: 60
          options:
            sans-compte:
              title: Sans compte ameli
              audience: "!compte_ameli"
        """;

    [Fact]
    public void Read_GoodSection_GivesEverything()
    {
        var (manifest, problems) = Read(Good);

        Assert.Empty(problems);
        var order = manifest!.Order!;
        Assert.Equal(
            ("carte-vitale", "age >= 16 && jours_depuis(carte_vitale_maj) >= 365", "Un mardi ou un jeudi.", 60),
            (order.Theme, order.Audience, order.Guidance, order.Priority));
        Assert.Equal((TimeWindow.Parse("10:00-12:00"), new DateOnly(2027, 4, 26), new DateOnly(2027, 5, 31)), (order.Window!.Value, order.From!.Value, order.Until!.Value));
        Assert.Equal([new OrderOption("sans-compte", "Sans compte ameli", "!compte_ameli")], order.Options);
    }

    [Fact]
    public void Read_LeastSection_HasNoBoundsAndTheUsualPriority()
    {
        var order = Read(Head + "order: { theme: essai, audience: \"true\", guidance: Rien. }").Manifest!.Order!;

        Assert.Equal((null, null, null, OrderSection.UsualPriority), (order.Window, order.From, order.Until, order.Priority));
        Assert.Empty(order.Options);
    }

    [Theory]
    [InlineData("id: library/essai", "id: national/essai", "M030")]
    [InlineData("id: library/essai", "id: library/un-nom-bien-trop-long-pour-la-cle-de-son-envoi", "M030")]
    [InlineData("until: 2027-05-31", "until: 2027-04-25", "M031")]
    [InlineData("sans-compte:", "Sans compte:", "M032")]
    [InlineData("theme: carte-vitale", "theme: Carte Vitale", "M013")]
    [InlineData("audience: \"!compte_ameli\"", "audience: \"compte_ameli &&\"", "M013")]
    [InlineData("10:00-12:00", "12:00-10:00", "M013")]
    [InlineData("from: 2027-04-26", "from: 26/04/2027", "M013")]
    [InlineData("priority: 60", "priority: 101", "M013")]
    [InlineData("priority: 60", "prioriti: 60", "M011")]
    [InlineData("  guidance: Un mardi ou un jeudi.\n", "", "M010")]
    public void Read_BadSection_SaysWhere(string good, string bad, string code)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        var problem = Assert.Single(Read(Good.Replace(good, bad, StringComparison.Ordinal)).Problems);

        Assert.Equal(code, problem.Code);
        Assert.True(problem.Line > 0);
    }

    private static (TemplateManifest? Manifest, List<TemplateProblem> Problems) Read(string yaml)
    {
        var problems = new List<TemplateProblem>();
        return (ManifestReader.Read("template.yaml", Encoding.UTF8.GetBytes(yaml), SomeContent.Settings, problems), problems);
    }
}
