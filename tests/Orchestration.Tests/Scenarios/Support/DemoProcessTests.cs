using Orchestration.Local;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.Tests.Scenarios.Support;

public sealed class DemoProcessTests
{
    // Once more would be another demo: the same messages by name, with links that other secrets signed.
    [Fact]
    public async Task FinishAsync_DemoIsFinished_KeepsItsSecretsAndMessages()
    {
        using var folder = new TemporaryFolder();
        var secrets = LocalSecrets.Of(folder.Path);
        Directory.CreateDirectory(folder.File("outbox"));
        File.WriteAllText(folder.File("outbox/message.eml"), "");
        File.WriteAllText(folder.File("finished"), "");

        await new DemoProcess(folder.Path, people: 10).FinishAsync();

        Assert.True(File.Exists(folder.File("outbox/message.eml")));
        Assert.Equal(secrets, LocalSecrets.Of(folder.Path));
    }

    [Fact]
    public void IsFinished_DemoWasInterrupted_IsFalse()
    {
        using var folder = new TemporaryFolder();
        LocalSecrets.Of(folder.Path);

        Assert.False(new DemoProcess(folder.Path, people: 10).IsFinished);
    }
}
