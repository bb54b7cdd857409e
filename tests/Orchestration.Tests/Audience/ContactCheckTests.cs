using Orchestration.Audience;
using Orchestration.Messages;

namespace Orchestration.Tests.Audience;

public sealed class ContactCheckTests
{
    [Theory]
    [InlineData(Channel.Email, " zoe@exemple.fr ", "zoe@exemple.fr")]
    [InlineData(Channel.Email, "Zoé <zoe@exemple.fr>", null)]
    [InlineData(Channel.Email, "zoe@localhost", null)]
    [InlineData(Channel.Sms, "06 12 34 56 78", "+33612345678")]
    [InlineData(Channel.Sms, "+262 692 12 34 56", "+262692123456")]
    [InlineData(Channel.Sms, "01 42 34 56 78", null)]
    public void Canonical_WrittenContact_IsOneFormOrNone(Channel channel, string written, string? canonical) =>
        Assert.Equal(canonical, ContactCheck.Canonical(channel, written));
}
