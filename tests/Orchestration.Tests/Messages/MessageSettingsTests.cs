using Orchestration.Messages;

namespace Orchestration.Tests.Messages;

public sealed class MessageSettingsTests
{
    private static readonly MessageSettingsValidator Validator = new();

    [Fact]
    public void Validate_StopNumberGiven_Succeeds() => Assert.True(Validator.Validate(null, new MessageSettings { StopNumber = "36123" }).Succeeded);

    [Fact]
    public void Validate_Defaults_MissOnlyTheStopNumber() =>
        Assert.Equal(
            ["Messages:StopNumber must be the short number of the STOP service: 36 and three digits."],
            Validator.Validate(null, new MessageSettings()).Failures);

    [Fact]
    public void Validate_SeveralFaults_AreAllNamed()
    {
        var settings = new MessageSettings
        {
            StopNumber = "38123",
            FeedbackSender = "ab c",
            MaxHtmlBytes = 0,
            MaxSmsSegments = -1,
            Domains = { "https://ameli.fr" },
        };

        var failures = Validator.Validate(null, settings).Failures!.ToList();

        Assert.Equal(5, failures.Count);
        Assert.Contains("Messages:MaxHtmlBytes is 0; at least 1.", failures);
        Assert.Contains("Messages:Domains holds 'https://ameli.fr', which is not a domain in lower case.", failures);
    }
}
