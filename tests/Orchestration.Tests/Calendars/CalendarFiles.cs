using System.Text;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

/// <summary>Calendars as files, and what reading them gives.</summary>
internal static class CalendarFiles
{
    /// <summary>A whole calendar without a fault, to spoil one line of.</summary>
    public const string Sound = """
        calendar: essai-2027
        title: Essai
        year: 2027
        campaigns:
          - id: ror
            title: Rougeole
            type: national
            purpose: health
            scale: large
            theme: vaccination
            priority: 80
            caisses: all
            owner: Dicom/DCP
        waves:
          - id: ror-v1
            campaign: ror
            start: 2027-04-27
            end: 2027-05-16
            media: [tv, digital]
        sends:
          - id: collaborateurs
            campaign: ror
            public: staff
            audience: "true"
            channels: [email]
            template: national/ror-interne
            at: ror-v1.start - 7d
          - id: invitation
            campaign: ror
            public: insured
            audience: age >= 18
            channels: [email, sms]
            template: national/ror-invitation
            at: ror-v1.start
            spread: 4d

        """;

    public static string Root { get; } = FindRoot();

    public static string DemoPath => Path.Combine(Root, "infra", "local", "sample", "calendar-demo.yaml");

    public static string PathOf(string sample) => Path.Combine(Root, "tests", "Orchestration.Tests", "Calendars", "Samples", sample);

    public static CalendarReading Read(string yaml) => Read(Encoding.UTF8.GetBytes(yaml));

    public static CalendarReading Read(byte[] content, string name = "calendrier.yaml") => CalendarReader.Read(content, name, new KnownReferences());

    /// <summary>The only problem of a calendar.</summary>
    public static CalendarProblem ProblemOf(string yaml) => Assert.Single(Read(yaml).Problems);

    /// <summary>A calendar that must be without errors.</summary>
    public static Calendar Load(string yaml)
    {
        var reading = Read(yaml);
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == Severity.Error);
        return reading.Calendar!;
    }

    public static Calendar LoadDemo() => Load(File.ReadAllText(DemoPath));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Orchestration.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
