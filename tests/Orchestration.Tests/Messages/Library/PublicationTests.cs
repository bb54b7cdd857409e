using Orchestration.Messages.Library;
using Orchestration.Tests.Messages.Templates;
using Folders = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyDictionary<string, byte[]>>;

namespace Orchestration.Tests.Messages.Library;

public sealed class PublicationTests
{
    private static readonly LibraryFiles Published = Of(LibraryFiles.Empty, Upload(("national/essai", SomePackage.Files()), ("layouts/essai", SomePackage.LayoutFiles()))).Library;

    [Fact]
    public void Of_SoundFolders_ArePublished()
    {
        var (library, report) = Of(LibraryFiles.Empty, Upload(("national/essai", SomePackage.Files()), ("layouts/essai", SomePackage.LayoutFiles())));

        Assert.Equal(["layouts/essai", "national/essai"], report.Published);
        Assert.Empty(report.Problems);
        Assert.Equal(SomePackage.Files().Count + SomePackage.LayoutFiles().Count, library.Files.Count);
    }

    [Fact]
    public void Of_SameUploadAgain_ChangesNothing() =>
        Assert.Equal(Published.Hash(), Of(Published, Upload(("national/essai", SomePackage.Files()))).Library.Hash());

    [Fact]
    public void Of_FolderWithAProblem_KeepsItsFormerFilesAndLetsTheOthersThrough()
    {
        var better = SomePackage.Changed("subject.sbntxt", "{{ prenom }}", "{{prenom}}");
        var (library, report) = Of(Published, Upload(("national/essai", better), ("national/faux", SomePackage.Files())));

        Assert.Equal(["national/essai"], report.Published);
        Assert.All(report.Problems, problem => Assert.StartsWith("national/faux/", problem.File, StringComparison.Ordinal));
        Assert.Equal(better["subject.sbntxt"], library.Files["national/essai/subject.sbntxt"]);
        Assert.DoesNotContain(library.Files.Keys, path => path.StartsWith("national/faux/", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_BadVersionOfAPublishedTemplate_LeavesTheGoodOne()
    {
        var (library, report) = Of(Published, Upload(("national/essai", SomePackage.Files("subject.sbntxt", "{{ inconnu }}\n"))));

        Assert.Empty(report.Published);
        Assert.NotEmpty(report.Problems);
        Assert.Equal(Published.Hash(), library.Hash());
    }

    [Fact]
    public void Of_FolderReplaced_LosesTheFilesThatItNoLongerHas()
    {
        var withImage = SomePackage.Files();
        withImage["images/logo.png"] = [1];
        var (before, _) = Of(Published, Upload(("national/essai", withImage)));

        var (after, _) = Of(before, Upload(("national/essai", SomePackage.Files())));

        Assert.Equal(Published.Hash(), after.Hash());
    }

    // Nothing that could be sent yesterday breaks today.
    [Fact]
    public void Of_LayoutThatBreaksAPublishedTemplate_IsRefusedWithAllThatCameWithIt()
    {
        var (library, report) = Of(Published, Upload(("layouts/essai", SomePackage.LayoutFiles("<footer>{{ $autre }}</footer>\n")), ("layouts/neuf", NewLayout())));

        Assert.Empty(report.Published);
        Assert.Contains(report.Problems, problem => problem.File.StartsWith("national/essai/", StringComparison.Ordinal));
        Assert.Equal(Published.Hash(), library.Hash());
    }

    // A setting became stricter since: that does not close the library to everything else.
    [Fact]
    public void Of_PublishedTemplateNoLongerPasses_OtherFoldersStillCanBePublished()
    {
        var stricter = SomeContent.Settings;
        stricter.MaxHtmlBytes = 100;
        Assert.NotEmpty(Orchestration.Messages.Templates.TemplateLibrary.Read(Published.Files, stricter).Problems);

        var (_, report) = Publication.Of("neuf.zip", Published, Upload(("layouts/neuf", NewLayout())), stricter);

        Assert.Equal(["layouts/neuf"], report.Published);
    }

    private static Dictionary<string, byte[]> NewLayout() => new()
    {
        ["layout.yaml"] = "id: layouts/neuf\nversion: 1\ntitle: Neuf\nauthor: Dicom\n"u8.ToArray(),
        ["layout.sbnhtml"] = "<footer>Neuf</footer>\n"u8.ToArray(),
    };

    private static (LibraryFiles Library, TemplateReport Report) Of(LibraryFiles present, Folders folders) =>
        Publication.Of("essai.zip", present, folders, SomeContent.Settings);

    private static Folders Upload(params (string Folder, Dictionary<string, byte[]> Files)[] folders) =>
        folders.ToDictionary(folder => folder.Folder, folder => (IReadOnlyDictionary<string, byte[]>)folder.Files);
}
