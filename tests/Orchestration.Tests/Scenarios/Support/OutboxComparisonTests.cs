using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.Tests.Scenarios.Support;

public sealed class OutboxComparisonTests : IDisposable
{
    private readonly TemporaryFolder _expected = new();
    private readonly TemporaryFolder _actual = new();

    public void Dispose()
    {
        _expected.Dispose();
        _actual.Dispose();
    }

    [Fact]
    public void Difference_SameMessages_IsNull()
    {
        Put(_expected, "envoi/a.eml", "Subject: A\r\n");
        Put(_actual, "envoi/a.eml", "Subject: A\r\n");

        Assert.Null(OutboxComparison.Difference(_expected.Path, _actual.Path));
    }

    [Fact]
    public void Difference_OtherContent_TellsTheLinesOfTheFirst()
    {
        Put(_expected, "envoi/a.eml", "Subject: A\r\nList-Unsubscribe: <d/one>\r\n\r\nBonjour\r\n");
        Put(_actual, "envoi/a.eml", "Subject: A\r\nList-Unsubscribe: <d/two>\r\n\r\nBonjour\r\n");
        Put(_expected, "envoi/b.eml", "b");
        Put(_actual, "envoi/b.eml", "c");

        Assert.Equal(
            """
            Of 2 messages, 0 are missing and 2 have changed; 0 others are there.
            The first that has changed, envoi/a.eml:
            line 2
              - List-Unsubscribe: <d/one>
              + List-Unsubscribe: <d/two>
            """.ReplaceLineEndings("\n"),
            OutboxComparison.Difference(_expected.Path, _actual.Path));
    }

    [Fact]
    public void Difference_LostAndSurplus_AreNamed()
    {
        Put(_expected, "envoi/a.eml", "a");
        Put(_actual, "envoi/b.json", "b");

        Assert.Equal(
            """
            Of 1 messages, 1 are missing and 0 have changed; 1 others are there.
            missing: envoi/a.eml
            not expected: envoi/b.json
            """.ReplaceLineEndings("\n"),
            OutboxComparison.Difference(_expected.Path, _actual.Path));
    }

    // Bytes count, not just lines: line endings are part of a message.
    [Fact]
    public void Difference_OtherLineEndings_IsTold()
    {
        Put(_expected, "envoi/a.eml", "a\r\n");
        Put(_actual, "envoi/a.eml", "a\n");

        Assert.Equal(
            "Of 1 messages, 0 are missing and 1 have changed; 0 others are there.\nThe first that has changed, envoi/a.eml:",
            OutboxComparison.Difference(_expected.Path, _actual.Path));
    }

    private static void Put(TemporaryFolder folder, string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), content);
    }
}
