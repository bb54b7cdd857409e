using Orchestration.Local;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.Tests.Local;

public sealed class LocalSecretsTests
{
    [Fact]
    public void Of_SecondStart_FindsTheSecretsOfTheFirst()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(LocalSecrets.Of(folder.Path), LocalSecrets.Of(folder.Path));
        Assert.Equal(["secrets.json", "secrets.json.lock"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_OtherFolder_DrawsOthers()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        var (drawn, others) = (LocalSecrets.Of(one.Path), LocalSecrets.Of(other.Path));

        Assert.Equal(6, new[] { drawn.LinkKey, drawn.SuppressionKey, drawn.Worker, others.LinkKey, others.SuppressionKey, others.Worker }.Distinct().Count());
        Assert.Equal(32, Convert.FromBase64String(drawn.SuppressionKey).Length);
        Assert.True(Guid.TryParse(drawn.Worker, out _));
    }

    [Fact]
    public void Of_Secrets_AreReadableByTheirOwnerOnly()
    {
        using var folder = new TemporaryFolder();
        LocalSecrets.Of(folder.Path);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("secrets.json")));
    }

    // Two processes that start at once must not end with two sets of secrets.
    [Fact]
    public void Of_ManyFirstStartsAtOnce_AgreeOnOneSet()
    {
        using var folder = new TemporaryFolder();
        using var start = new Barrier(8);

        var drawn = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ =>
        {
            start.SignalAndWait();
            return LocalSecrets.Of(folder.Path);
        }).ToArray();

        Assert.Single(drawn.Distinct());
    }

    [Fact]
    public void Of_StartThatWasKilledWhileWriting_DrawsAnew()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("secrets.json.tmp"), "{ \"linkKey\":");

        Assert.Equal(LocalSecrets.Of(folder.Path), LocalSecrets.Of(folder.Path));
    }
}
