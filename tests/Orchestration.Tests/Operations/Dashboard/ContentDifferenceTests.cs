using System.Collections.Immutable;
using System.Text;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Operations.Dashboard.Visas;

namespace Orchestration.Tests.Operations.Dashboard;

public sealed class ContentDifferenceTests
{
    [Fact]
    public void Of_TheSameContent_IsNone() => Assert.True(ContentDifference.Of(Content(), Content()).IsNone);

    [Fact]
    public void Of_CriterionProfilesAndChannels_AreToldWithWhatTheyWere()
    {
        var after = Content() with
        {
            Criterion = "age >= 19",
            Channels = [Channel.Sms, Channel.Email],
            Profiles = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("parents", "enfants > 0")]),
        };

        var difference = ContentDifference.Of(Content(), after);

        Assert.Equal(new ValueChange("age >= 18", "age >= 19\nparents = enfants > 0"), difference.Criterion);
        Assert.Equal(new ValueChange("e-mail, sinon SMS", "SMS, sinon e-mail"), difference.Channels);
        Assert.Empty(difference.Files);
    }

    [Fact]
    public void Of_Files_AreToldOneByOneWhatDerivesLast()
    {
        var after = Content(("t/expected.txt", "Bonjour Zoé !"), ("t/body.sbntxt", "Bonjour {{ prenom }} !"), ("t/sms.sbntxt", "Bonjour"), ("t/images/logo.png", "\u0001"));

        var files = ContentDifference.Of(Content(("t/old.sbntxt", "parti")), after).Files;

        Assert.Equal(
            [
                ("t/body.sbntxt", LineChange.Same, 1, false), ("t/images/logo.png", LineChange.Added, 0, false), ("t/old.sbntxt", LineChange.Removed, 1, false),
                ("t/sms.sbntxt", LineChange.Added, 1, false), ("t/expected.txt", LineChange.Same, 1, true),
            ],
            files.Select(file => (file.Path, file.Change, file.Hunks.Count, file.IsDerived)));
    }

    private static ContentBundle Content(params (string Path, string Text)[] files)
    {
        var all = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [File("t/body.sbntxt", "Bonjour {{ prenom }}"), File("t/expected.txt", "Bonjour Zoé")]);
        return new ContentBundle(
            "t", all.SetItems(files.Select(file => File(file.Path, file.Text))), [Channel.Email, Channel.Sms], "age >= 18",
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
    }

    private static KeyValuePair<string, byte[]> File(string path, string text) => KeyValuePair.Create(path, Encoding.UTF8.GetBytes(text));
}
