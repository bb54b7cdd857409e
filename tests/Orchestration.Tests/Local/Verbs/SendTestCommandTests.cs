using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Local.Verbs;

public sealed class SendTestCommandTests : IDisposable
{
    private const string Ror = "national/ror-invitation";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task SendTest_AllowedAddresses_FindTheMarkedMessageInTheOutbox()
    {
        var (exit, output, remarks) = await RunAsync(Ror, "--to", "jeanne@example.org", "paul@example.org", "--caisse", "CPAM-33");

        Assert.Equal((0, ""), (exit, remarks));
        Assert.Contains("2\u00A0messages déposés sur 2.", output, StringComparison.Ordinal);
        var texts = Files().Select(File.ReadAllText).ToArray();
        Assert.All(texts, text => Assert.Contains("=?utf-8?", text.Split('\n').Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["jeanne@example.org", "paul@example.org"], texts.Select(text => text.Split('\n').Single(line => line.StartsWith("To: ", StringComparison.Ordinal))[4..].Trim('<', '>', '\r')).Order());
        Assert.All(Files(), file => Assert.Contains(Path.GetFileName(file), output, StringComparison.Ordinal));
        Assert.All(Files(), file => Assert.Matches(@"\Aessai-cpam-33-[0-9a-f]{8}-0000\.ror-invitation\.test\.1\z", Path.GetFileName(Path.GetDirectoryName(file)!)));
    }

    [Theory]
    [InlineData("pas dans la liste", "jeanne@caisse.fr")]
    [InlineData("pas dans la liste", "0612345678")]
    [InlineData("ni une adresse", "jeanne")]
    [InlineData("plusieurs fois", "jeanne@example.org", "jeanne@example.org")]
    [InlineData("10", "a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org", "f@example.org", "g@example.org", "h@example.org", "i@example.org", "j@example.org", "k@example.org")]
    public async Task SendTest_AddressesThatMayNot_AreRefusedAndNothingIsWritten(string why, params string[] addresses)
    {
        var (exit, _, remarks) = await RunAsync([Ror, "--to", .. addresses]);

        Assert.Equal(1, exit);
        Assert.Contains(why, remarks, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task SendTest_TemplateWithAProblem_IsShownAndNotSent()
    {
        File.WriteAllText(_folder.File("person.json"), "{}");

        var (exit, output, _) = await RunAsync(Ror, "--to", "jeanne@example.org", "--sample", _folder.File("person.json"));

        Assert.Equal(1, exit);
        Assert.Contains("[S004]", output, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task SendTest_UnknownCaisse_IsRefused() => Assert.Contains(
        "«\u00A0CPAM-99\u00A0»",
        (await Assert.ThrowsAsync<LocalToolException>(() => RunAsync(Ror, "--to", "jeanne@example.org", "--caisse", "CPAM-99"))).Message,
        StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private Task<(int Exit, string Output, string Remarks)> RunAsync(params string[] arguments) =>
        Verb.RunAsync(["send-test", .. arguments, "--templates", TemplateFolder.Path, "--folder", _folder.Path]);

    private string[] Files() => Directory.Exists(_folder.File("outbox")) ? Directory.GetFiles(_folder.File("outbox"), "*", SearchOption.AllDirectories) : [];
}
