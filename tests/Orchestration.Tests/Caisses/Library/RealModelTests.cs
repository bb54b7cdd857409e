using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Caisses.Library;
using Orchestration.Local.Datamart;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Caisses.Library;

/// <summary>The models of <c>templates/library</c> against the datamart that the app invents.</summary>
public sealed class RealModelTests
{
    private static IReadOnlyList<LibraryModel> Models { get; } =
        [.. TemplateFolder.Library.Templates.Values.Select(LibraryModel.Of).OfType<LibraryModel>().Where(model => model.Kind == LibraryKind.Library)];

    [Fact]
    public void Library_HasTheModelsThatCaissesOrder() => Assert.Equal(
        ["c2s-renouvellement", "carte-vitale-a-jour", "compte-ameli", "compte-ameli-services", "mes-tips-sante", "rendez-vous-medicaux"],
        Models.Select(model => model.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Criteria_OfEveryModel_AreKnownToTheDatamart()
    {
        var schema = SyntheticDatamart.Schema.Find(Population.Insured)!;

        Assert.All(
            Models.SelectMany(model => model.Manifest.Order!.Options.Select(option => option.Audience).Prepend(model.Manifest.Order.Audience)),
            criterion => Assert.Empty(Criterion.Parse(criterion, schema).Problems));
    }

    [Fact]
    public void Guidance_OfEveryModel_IsThere() => Assert.All(Models, model => Assert.True(model.Manifest.Order!.Guidance.Length > 40));
}
