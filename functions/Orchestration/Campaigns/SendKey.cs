using System.Text.RegularExpressions;

namespace Orchestration.Campaigns;

/// <summary>
/// Names one occurrence of one send, for ever: <c>{calendar | caisse order}.{campaign}.{send}.{occurrence}</c>. Instance ids, lot
/// ids, blob paths and message ids derive from it. The occurrence is an ordinal or the logical date that it was first planned for.
/// </summary>
public readonly partial record struct SendKey
{
    /// <summary>Keeps <c>{sendKey}:{caisse}</c> within the 100 characters of an instance id.</summary>
    public const int MaxLength = 80;

    private SendKey(string value) => Value = value;

    public string Value { get; }

    /// <summary>The send whose occurrence it is: <c>calendar.campaign.send</c>.</summary>
    public string Series => Value[..Value.LastIndexOf('.')];

    /// <summary>The last part: an ordinal or a date.</summary>
    public string Occurrence => Value[(Value.LastIndexOf('.') + 1)..];

    /// <exception cref="FormatException">The parts do not make a key.</exception>
    public static SendKey Create(string calendar, string campaign, string send, string occurrence) =>
        Parse($"{calendar}.{campaign}.{send}.{occurrence}");

    /// <exception cref="FormatException">The text is not four parts of <c>[a-z0-9-]</c> joined by dots, 80 characters at most.</exception>
    public static SendKey Parse(string value) =>
        TryParse(value, out var key) ? key : throw new FormatException($"'{value}' is not a send key: calendar.campaign.send.occurrence.");

    public static bool TryParse(string? value, out SendKey key)
    {
        key = value is { Length: <= MaxLength } && Shape().IsMatch(value) ? new SendKey(value) : default;
        return key.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9-]+(\.[a-z0-9-]+){3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
