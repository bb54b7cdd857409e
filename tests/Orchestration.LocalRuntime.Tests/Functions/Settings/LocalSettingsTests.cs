using Microsoft.Azure.Functions.Worker.Builder;
using Orchestration.LocalRuntime.Functions.Settings;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Settings;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CreateBuilder_FileInTheContentRoot_GivesSettingsThatOtherSourcesOverride()
    {
        Write("""{ "IsEncrypted": false, "Values": { "Data": "file", "Exchange__blobServiceUri": "https://x/", "Count": 3 }, "Host": { "LocalHttpPort": 7080 } }""");

        var configuration = FunctionsApplication.CreateBuilder([$"--contentRoot={_folder.Path}", "--Data=command line"]).Configuration;

        Assert.Equal("command line", configuration["Data"]);
        Assert.Equal("https://x/", configuration["Exchange:blobServiceUri"]);
        Assert.Equal("3", configuration["Count"]);
        Assert.Equal("7080", configuration["LocalRuntime:Port"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "is encrypted")]
    [InlineData("""{ "Values": """, "cannot be read")]
    [InlineData("[]", "cannot be read")]
    public void Read_NotAsTheCoreToolsWriteIt_SaysSo(string text, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => LocalSettings.Read(Write(text)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        File.WriteAllText(_folder.File(LocalSettings.FileName), text);
        return _folder.File(LocalSettings.FileName);
    }
}
