using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Campaigns;
using Orchestration.Delivery.Adapters;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery.Adapters;

public sealed class AdapterChoiceTests : IDisposable
{
    private static readonly SendKey Test = SendKey.Parse("essai-cpam-80-6d2f01c4-8f2a.sms-court.envoi.1");
    private static readonly SendKey Real = SendKey.Parse("cmd-cpam-80-6d2f01c4-8f2a.sms-court.envoi.1");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Of_ProviderAndOutboxInAnyOrder_GivesRealMessagesToTheProvider()
    {
        var (provider, outbox) = (Provider(), Outbox());

        foreach (var choice in (AdapterChoice[])[new([provider, outbox]), new([outbox, provider])])
        {
            Assert.Same(provider, choice.Of(Real, Channel.Email));
            Assert.Same(provider, choice.Of(Some.Key, Channel.Email));
            Assert.Same(outbox, choice.Of(Test, Channel.Email));
        }
    }

    [Fact]
    public void Of_OutboxAlone_TakesEverything() => Assert.All([Real, Test], key => Assert.IsType<OutboxAdapter>(new AdapterChoice([Outbox()]).Of(key, Channel.Email)));

    [Fact]
    public void Of_TestWithoutOutbox_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new AdapterChoice([Provider()]).Of(Test, Channel.Email));

    [Fact]
    public void Of_OtherChannel_IsNotServed() => Assert.Throws<InvalidOperationException>(() => new AdapterChoice([Provider(), Outbox()]).Of(Real, Channel.Sms));

    public void Dispose() => _folder.Dispose();

    private static RecordingAdapter Provider() => new(new FakeClock(Some.Now));

    private OutboxAdapter Outbox() => new(Channel.Email, _folder.Path, TimeProvider.System, NullLogger<OutboxAdapter>.Instance);
}
