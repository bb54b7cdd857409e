using System.IO.Compression;
using Orchestration.Messages.Library;

namespace Orchestration.Tests.Messages.Library;

public sealed class TemplateArchiveTests
{
    [Fact]
    public void Read_FoldersAndImages_GoWithTheirTemplate()
    {
        var upload = Read(("national/essai/template.yaml", 3), ("national/essai/images/logo.png", 4), ("layouts/essai/layout.yaml", 5));

        Assert.Empty(upload.Problems);
        Assert.Equal(["layouts/essai", "national/essai"], upload.Folders.Keys.Order());
        Assert.Equal(["images/logo.png", "template.yaml"], upload.Folders["national/essai"].Keys.Order());
        Assert.Equal(4, upload.Folders["national/essai"]["images/logo.png"].Length);
    }

    [Fact]
    public void Read_EntryOfAFolderItself_IsPassedOver() => Assert.Equal(["a"], Read(("a/", 0), ("a/template.yaml", 1)).Folders.Keys);

    [Theory]
    [InlineData("template.yaml")]
    [InlineData("../a/template.yaml")]
    [InlineData("a/../../b/template.yaml")]
    [InlineData("a/..")]
    [InlineData("a/.")]
    [InlineData("a/.cache")]
    [InlineData("/a/template.yaml")]
    [InlineData("a\\template.yaml")]
    [InlineData("a/Template.yaml")]
    [InlineData("a/mon gabarit.yaml")]
    [InlineData("a/é.yaml")]
    [InlineData("a/template.yaml\n")]
    [InlineData("c:/a/template.yaml")]
    public void Read_NameThatIsNotPermitted_RefusesTheWhole(string name)
    {
        var upload = Read(("bon/template.yaml", 1), (name, 1));

        Assert.Empty(upload.Folders);
        Assert.Contains("n’est pas permis", Assert.Single(upload.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameNameTwice_RefusesTheWhole()
    {
        var upload = Read(("a/template.yaml", 1), ("a/template.yaml", 2));

        Assert.Empty(upload.Folders);
        Assert.Contains("deux fois", Assert.Single(upload.Problems).Message, StringComparison.Ordinal);
    }

    // A bomb: small as it comes, without end when it inflates. Its headers say so here; the next one lies.
    [Fact]
    public void Read_InflatesBeyondTheLimit_IsRefusedBeforeItFillsTheMemory()
    {
        var bomb = Zip(("a/un.txt", 20_000_000), ("a/deux.txt", 20_000_000));
        Assert.InRange(bomb.Length, 1, 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var upload = TemplateArchive.Read("bombe.zip", new MemoryStream(bomb));

        Assert.Equal(TemplateArchive.TooLarge.What, Assert.Single(upload.Problems).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * TemplateArchive.LargestInflated);
    }

    [Fact]
    public void Read_HeadersClaimToBeSmall_CountsWhatInflates()
    {
        var bomb = Zip(("a/un.txt", 40_000_000));
        Claim(bomb, 40_000_000, 10);

        Assert.NotEmpty(TemplateArchive.Read("bombe.zip", new MemoryStream(bomb)).Problems);
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void Read_ManyFiles_AreRefusedBeyondTheLimit(int files, bool isRead) =>
        Assert.Equal(isRead, Read([.. Enumerable.Range(0, files).Select(n => ($"a/f{n}.txt", 1))]).Problems.Count == 0);

    [Fact]
    public void Read_NotAnArchive_SaysSo()
    {
        foreach (var bytes in new[] { [], "PK"u8.ToArray(), "du texte"u8.ToArray(), Zip(("a/template.yaml", 100))[..60] })
        {
            var upload = TemplateArchive.Read("x.zip", new MemoryStream(bytes));
            Assert.Equal("Ce fichier n’est pas une archive ZIP.", Assert.Single(upload.Problems).Message);
        }
    }

    private static TemplateUpload Read(params (string Name, int Length)[] entries) => TemplateArchive.Read("essai.zip", new MemoryStream(Zip(entries)));

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(new byte[length]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Writes another inflated size wherever the archive states the true one.</summary>
    private static void Claim(byte[] zip, int size, int claimed)
    {
        for (var i = 0; i + 4 <= zip.Length; i++)
        {
            if (BitConverter.ToInt32(zip, i) == size)
                BitConverter.TryWriteBytes(zip.AsSpan(i), claimed);
        }
    }
}
