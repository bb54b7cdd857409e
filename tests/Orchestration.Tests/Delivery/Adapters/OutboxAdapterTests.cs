using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Delivery.Adapters;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery.Adapters;

public sealed class OutboxAdapterTests
{
    [Fact]
    public async Task SendAsync_Email_IsAFileThatAMailProgramOpensNamedByItsId()
    {
        using var folder = new TemporaryFolder();
        var message = SomeLot.Message(1);

        var result = await Adapter(folder, Channel.Email).SendAsync(message, default);

        Assert.Equal(SendResult.Delivered, result);
        var text = await File.ReadAllTextAsync(Path.Combine(folder.Path, Some.Key.Value, $"{message.Id:D}.eml"), Encoding.ASCII);
        Assert.Contains("To: p1@exemple.fr\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Subject: Votre compte\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_Sms_IsAFileOfItsFewFacts()
    {
        using var folder = new TemporaryFolder();
        var message = SomeLot.Message(1, Channel.Sms);

        await Adapter(folder, Channel.Sms).SendAsync(message, default);

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, Some.Key.Value, $"{message.Id:D}.json")));
        Assert.Equal(
            ["to=+33600000001", "from=AssMaladie", "text=Bonjour.", "segments=1"],
            json.RootElement.EnumerateObject().Select(property => $"{property.Name}={property.Value}"));
    }

    [Fact]
    public async Task SendAsync_SameMessageTwice_IsOneFileWithTheSameBytesAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var message = SomeLot.Message(1);
        await Adapter(folder, Channel.Email).SendAsync(message, default);
        var file = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        var first = await File.ReadAllBytesAsync(file);

        await Adapter(folder, Channel.Email).SendAsync(message, default);

        Assert.Equal([file], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal(first, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task SendAsync_HalfAFileOfAKilledRun_IsReplaced()
    {
        using var folder = new TemporaryFolder();
        var message = SomeLot.Message(1);
        var directory = Directory.CreateDirectory(Path.Combine(folder.Path, Some.Key.Value));
        var path = Path.Combine(directory.FullName, $"{message.Id:D}.eml");
        await File.WriteAllTextAsync(path, new string('x', 100_000));

        await Adapter(folder, Channel.Email).SendAsync(message, default);

        Assert.Equal([path], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("xxx", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    private static OutboxAdapter Adapter(TemporaryFolder folder, Channel channel) =>
        new(channel, folder.Path, new FakeClock(Some.Now), NullLogger<OutboxAdapter>.Instance);
}
