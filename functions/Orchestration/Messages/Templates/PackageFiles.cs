using System.Text.RegularExpressions;

namespace Orchestration.Messages.Templates;

/// <summary>The files of a template's folder. Golden outputs are what <c>sample.json</c> must give, byte for byte.</summary>
public static partial class PackageFiles
{
    public const string Manifest = "template.yaml";
    public const string Layout = "layout.yaml";
    public const string Subject = "subject.sbntxt";
    public const string Html = "body.sbnhtml";
    public const string Text = "body.sbntxt";
    public const string Sms = "sms.sbntxt";
    public const string Sample = "sample.json";
    public const string Zones = "zones.json";
    public const string ExpectedSubject = "expected.subject.txt";
    public const string ExpectedHtml = "expected.html";
    public const string ExpectedText = "expected.txt";
    public const string ExpectedSms = "expected.sms.txt";

    /// <summary>What an author writes for a template of these channels, with free zones or without.</summary>
    public static IEnumerable<string> Written(IReadOnlyCollection<Channel> channels, bool hasZones) =>
        [Manifest, Sample, .. hasZones ? [Zones] : Array.Empty<string>(), .. ByChannel(channels, [Subject, Html, Text], [Sms])];

    /// <summary>The golden files of a template of these channels.</summary>
    public static IEnumerable<string> Golden(IReadOnlyCollection<Channel> channels) =>
        ByChannel(channels, [ExpectedSubject, ExpectedHtml, ExpectedText], [ExpectedSms]);

    /// <summary>The part that a golden file is the outcome of; null for another file.</summary>
    public static string? PartOf(string golden) => golden switch
    {
        ExpectedSubject => Subject,
        ExpectedHtml => Html,
        ExpectedText => Text,
        ExpectedSms => Sms,
        _ => null,
    };

    /// <summary>What an author writes and a person may read: everything but the golden files, which derive from it.</summary>
    public static bool IsSource(string name) => !name.StartsWith("expected.", StringComparison.Ordinal);

    /// <summary>An image, which the visa covers; messages show it by its public address.</summary>
    public static bool IsImage(string name) => ImageName().IsMatch(name);

    private static IEnumerable<string> ByChannel(IReadOnlyCollection<Channel> channels, string[] email, string[] sms) =>
        [.. channels.Contains(Channel.Email) ? email : [], .. channels.Contains(Channel.Sms) ? sms : []];

    [GeneratedRegex(@"\Aimages/[a-z0-9-]+\.(?:png|jpg|gif)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();
}
