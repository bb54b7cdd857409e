namespace Orchestration.Messages.Templates;

/// <summary>The files of a template package. Golden outputs are what <c>sample.json</c> must give, byte for byte.</summary>
public static class PackageFiles
{
    public const string Manifest = "template.yaml";
    public const string Subject = "subject.sbntxt";
    public const string Html = "body.sbnhtml";
    public const string Text = "body.sbntxt";
    public const string Sms = "sms.sbntxt";
    public const string Sample = "sample.json";
    public const string ExpectedSubject = "expected.subject.txt";
    public const string ExpectedHtml = "expected.html";
    public const string ExpectedText = "expected.txt";
    public const string ExpectedSms = "expected.sms.txt";
    public const string Images = "images/";
}
