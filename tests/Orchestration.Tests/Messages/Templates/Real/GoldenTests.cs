using Orchestration.Messages.Templates;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>To write the golden files anew after a change that was read and approved: <c>WRITE_GOLDEN=1 dotnet test --filter GoldenTests</c>.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Library_OfTheRepository_HasNoProblem()
    {
        Assert.Empty(TemplateFolder.Library.Problems);
        Assert.Equal(TemplateFolder.All, TemplateFolder.Library.Templates.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.Ids), MemberType = typeof(TemplateFolder))]
    public void RenderSample_EveryTemplate_GivesItsGoldenFiles(string id)
    {
        foreach (var (name, text) in Outputs(id))
        {
            var file = Path.Combine(TemplateFolder.Path, id, name);
            if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
            {
                File.WriteAllText(file, text);
            }

            Assert.Equal(File.ReadAllText(file), text);
        }
    }

    private static IReadOnlyDictionary<string, string> Outputs(string id)
    {
        var folders = TemplateFolder.Files.GroupBy(file => file.Key[..file.Key.LastIndexOf('/')]).ToDictionary(
            folder => folder.Key, folder => folder.ToDictionary(file => file.Key[(folder.Key.Length + 1)..], file => file.Value));
        var layouts = folders.Where(folder => folder.Key.StartsWith("layouts/", StringComparison.Ordinal))
            .Select(folder => LayoutPackage.Read(folder.Value, SomeContent.Settings).Package!)
            .ToDictionary(layout => layout.Id);

        var reading = TemplatePackage.RenderSample(folders[id], layouts, SomeContent.Settings);

        Assert.Empty(reading.Problems);
        return reading.Package!;
    }
}
