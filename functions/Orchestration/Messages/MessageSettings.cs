namespace Orchestration.Messages;

/// <summary>What an installation decides about messages. Section <c>Messages</c> of the configuration.</summary>
public sealed class MessageSettings
{
    public const string Section = "Messages";

    /// <summary>Short number of the aggregator's STOP service, 36xxx. No default: a wrong one would lose refusals.</summary>
    public string StopNumber { get; set; } = "";

    /// <summary>Registered SMS senders (OADC); configuration adds to them.</summary>
    public IList<string> SmsSenders { get; } = ["AssMaladie"];

    /// <summary>Domains, with their subdomains, that a link may lead to and a sender may use; configuration adds to them.</summary>
    public IList<string> Domains { get; } = ["ameli.fr"];

    /// <summary>Telephone numbers that a message may offer to call; configuration adds to them.</summary>
    public IList<string> PhoneNumbers { get; } = ["3646"];

    /// <summary>Bytes of HTML in UTF-8: Gmail cuts near 102 000 (domain.md B3).</summary>
    public int MaxHtmlBytes { get; set; } = 90_000;

    /// <summary>Characters of a subject.</summary>
    public int MaxSubjectLength { get; set; } = 150;

    /// <summary>Segments of one SMS.</summary>
    public int MaxSmsSegments { get; set; } = 3;

    /// <summary>Last field of every Feedback-ID: 5 to 15 letters or digits that name the institution.</summary>
    public string FeedbackSender { get; set; } = "assmaladie";
}
