using System.Text;
using Orchestration.Messages.Templates;

namespace Orchestration.Tests.Messages.Templates;

public sealed class LayoutPackageTests
{
    [Fact]
    public void Read_GoodLayout_GivesManifestAndFiles()
    {
        var layout = Read(SomePackage.LayoutFiles()).Package!;

        Assert.Equal(("layouts/essai", 1), (layout.Id, layout.Manifest.Version));
        Assert.Equal(["layout.sbnhtml", "layout.yaml"], layout.Files.Keys.Order());
    }

    [Theory]
    [InlineData("layout.yaml", null, "P001")]
    [InlineData("layout.yaml", "id: national/essai\nversion: 1\ntitle: Essai\nauthor: Dicom\n", "M013")]
    [InlineData("layout.yaml", "id: layouts/essai\nversion: 1\ntitle: Essai\n", "M010")]
    [InlineData("layout.yaml", "id: layouts/essai\nversion: 1\ntitle: Essai\nauthor: Dicom\nautre: 1", "M011")]
    [InlineData("layout.txt", "a", "P002")]
    [InlineData("bouton.sbnhtml", "<a href=\"http://www.ameli.fr/\">a</a>", "C010")]
    [InlineData("bouton.sbntxt", "2 55 08 14 168 025 38", "C050")]
    public void Read_OneFault_IsNamed(string name, string? text, string code)
    {
        var files = SomePackage.LayoutFiles();
        files.Remove(name);
        if (text is not null)
        {
            files[name] = Encoding.UTF8.GetBytes(text);
        }

        var reading = Read(files);

        Assert.Null(reading.Package);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((code, name), (problem.Code, problem.File));
    }

    [Fact]
    public void Read_NotUtf8_IsNamed()
    {
        var files = SomePackage.LayoutFiles();
        files["bouton.sbnhtml"] = [0xFF];

        Assert.Equal("P003", Assert.Single(Read(files).Problems).Code);
    }

    private static PackageReading<LayoutPackage> Read(Dictionary<string, byte[]> files) => LayoutPackage.Read(files, SomeContent.Settings);
}
