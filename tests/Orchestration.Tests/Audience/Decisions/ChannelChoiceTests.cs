using Orchestration.Audience;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Decisions;

public sealed class ChannelChoiceTests
{
    private const string Email = "zoe@exemple.fr";
    private const string Mobile = "+33612345678";
    private const string BadEmail = "zoe@";
    private const string BadMobile = "0142345678";

    private static readonly Channel[] EmailThenSms = [Channel.Email, Channel.Sms];

    [Theory]
    [InlineData(Email, Mobile, Channel.Email, Email)]
    [InlineData("", Mobile, Channel.Sms, Mobile)]
    [InlineData(BadEmail, Mobile, Channel.Sms, Mobile)]
    [InlineData(Email, BadMobile, Channel.Email, Email)]
    [InlineData("", "06 12 34 56 78", Channel.Sms, Mobile)]
    public void Of_SomeChannelReaches_IsTheFirstThatDoesInCanonicalForm(string email, string mobile, Channel channel, string address) =>
        Assert.Equal(new ChannelChoice(channel, address, null), Choose(email, mobile, EmailThenSms));

    [Fact]
    public void Of_OtherOrder_PrefersTheOther() =>
        Assert.Equal(new ChannelChoice(Channel.Sms, Mobile, null), Choose(Email, Mobile, [Channel.Sms, Channel.Email]));

    [Fact]
    public void Of_ChannelThatTheSendDoesNotHave_IsNotUsed() =>
        Assert.Equal(new ChannelChoice(null, null, ExclusionReason.NoContact), Choose("", Mobile, [Channel.Email]));

    [Theory]
    [InlineData("", "", ExclusionReason.NoContact)]
    [InlineData(BadEmail, "", ExclusionReason.InvalidContact)]
    [InlineData("", BadMobile, ExclusionReason.InvalidContact)]
    [InlineData(BadEmail, BadMobile, ExclusionReason.InvalidContact)]
    public void Of_NobodyReachable_SaysWhatSaysMost(string email, string mobile, string reason) =>
        Assert.Equal(new ChannelChoice(null, null, reason), Choose(email, mobile, EmailThenSms));

    [Theory]
    [InlineData(SuppressionKind.Unsubscribed, ExclusionReason.Unsubscribed)]
    [InlineData(SuppressionKind.Bounce, ExclusionReason.Bounce)]
    [InlineData(SuppressionKind.Complaint, ExclusionReason.Complaint)]
    public void Of_EmailSuppressed_GoesByTheOtherChannelOrSaysWhy(SuppressionKind kind, string reason)
    {
        Assert.Equal(new ChannelChoice(Channel.Sms, Mobile, null), Choose(Email, Mobile, EmailThenSms, (Channel.Email, kind)));
        Assert.Equal(reason, Choose(Email, "", EmailThenSms, (Channel.Email, kind)).Excluded);
        Assert.Equal(reason, Choose(Email, BadMobile, EmailThenSms, (Channel.Email, kind)).Excluded);
    }

    [Fact]
    public void Of_FaultyAddressThenAWill_SaysTheWill() =>
        Assert.Equal(ExclusionReason.Stop, Choose(BadEmail, Mobile, EmailThenSms, (Channel.Sms, SuppressionKind.Stop)).Excluded);

    [Fact]
    public void Of_TwoWills_SaysTheFirst() =>
        Assert.Equal(
            ExclusionReason.Unsubscribed,
            Choose(Email, Mobile, EmailThenSms, (Channel.Email, SuppressionKind.Unsubscribed), (Channel.Sms, SuppressionKind.Stop)).Excluded);

    private static ChannelChoice Choose(string email, string mobile, Channel[] channels, params (Channel Channel, SuppressionKind Kind)[] suppressed) =>
        ChannelChoice.Of(
            SomeDatamart.Person(("email", email), ("mobile", mobile)),
            channels,
            ContactCheck.Canonical,
            (channel, _) => suppressed.Where(one => one.Channel == channel)
                .Select(one => new Suppression("", one.Kind, channel, null, Some.Now))
                .FirstOrDefault());
}
