using Orchestration.Messages.Templates;

namespace Orchestration.Tests.Messages.Templates;

public sealed class TemplateLibraryTests
{
    [Fact]
    public void Read_LayoutsAndTemplates_AreFoundByTheirFolder()
    {
        var library = TemplateLibrary.Read(Store(), SomeContent.Settings);

        Assert.Empty(library.Problems);
        Assert.Equal(["national/essai"], library.Templates.Keys);
    }

    [Fact]
    public void Read_OneBadTemplate_LeavesTheOthers()
    {
        var store = Store();
        store["national/autre/template.yaml"] = "id: national/autre"u8.ToArray();

        var library = TemplateLibrary.Read(store, SomeContent.Settings);

        Assert.Equal(["national/essai"], library.Templates.Keys);
        Assert.All(library.Problems, problem => Assert.Equal("national/autre/template.yaml", problem.File));
    }

    [Fact]
    public void Read_IdThatIsNotTheFolder_IsNamed()
    {
        var store = SomePackage.Files().ToDictionary(file => $"national/autre/{file.Key}", file => file.Value);
        AddLayout(store);

        var library = TemplateLibrary.Read(store, SomeContent.Settings);

        Assert.Empty(library.Templates);
        Assert.Equal(("P004", "national/autre/template.yaml"), Assert.Single(library.Problems.Select(problem => (problem.Code, problem.File))));
    }

    [Fact]
    public void Read_FileOutsideAFolder_IsNamed()
    {
        var store = Store();
        store["template.yaml"] = [];

        var problem = Assert.Single(TemplateLibrary.Read(store, SomeContent.Settings).Problems);

        Assert.Equal(("P002", "template.yaml"), (problem.Code, problem.File));
    }

    [Fact]
    public void Read_FaultSeenFromALayout_IsNamedByTheLayout()
    {
        var store = Store();
        store["layouts/essai/layout.sbnhtml"] = "{{ inconnu }}"u8.ToArray();

        var library = TemplateLibrary.Read(store, SomeContent.Settings);

        Assert.Empty(library.Templates);
        Assert.All(library.Problems, problem => Assert.Equal("layouts/essai", problem.File));
    }

    private static Dictionary<string, byte[]> Store()
    {
        var store = SomePackage.Files().ToDictionary(file => $"national/essai/{file.Key}", file => file.Value);
        store["national/essai/images/photo.png"] = [1];
        AddLayout(store);
        return store;
    }

    private static void AddLayout(Dictionary<string, byte[]> store)
    {
        foreach (var (name, content) in SomePackage.LayoutFiles())
        {
            store.Add($"layouts/essai/{name}", content);
        }
    }
}
