using System.Runtime.Versioning;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Storage;

public sealed class NodeTests
{
    [Theory]
    [InlineData("v20.11.1", 20)]
    [InlineData("v9.0.0", 9)]
    [InlineData("nonsense", null)]
    public void Major_Version_IsItsFirstNumber(string version, int? expected) => Assert.Equal(expected, Node.Major(version));

    [Fact]
    public async Task RequireAsync_NoNodeOnThePath_SaysWhereToGetIt()
    {
        using var empty = new TemporaryFolder();
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["PATH"] = empty.Path }, "node");

        var message = await child.ReadLineAsync();

        Assert.Contains("Node.js was not found", message, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", message, StringComparison.Ordinal);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task RequireAsync_OldNode_SaysWhichVersionIsNeeded()
    {
        using var old = new TemporaryFolder();
        var fake = old.File("node");
        await File.WriteAllTextAsync(fake, "#!/bin/sh\necho v18.19.0\n");
        File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["PATH"] = old.Path }, "node");

        var message = await child.ReadLineAsync();

        Assert.Contains("v18.19.0 is too old", message, StringComparison.Ordinal);
        Assert.Contains("20 or newer", message, StringComparison.Ordinal);
    }
}
