using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Planning;

namespace Orchestration.Tests.Calendars.Report;

public sealed partial class CalendarReportTests
{
    private static readonly DateTimeOffset ReadAt = new(2027, 3, 22, 8, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Json_RevisionToConfirm_IsAsApproved() =>
        Approved.Match("report.json", Encoding.UTF8.GetString(CalendarReportJson.Write(RevisionToConfirm())) + "\n");

    [Fact]
    public void Html_RevisionToConfirm_IsAsApproved() =>
        Approved.Match("report.html", Encoding.UTF8.GetString(CalendarReportHtml.Write(RevisionToConfirm())));

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        Assert.Equal(CalendarReportJson.Write(RevisionToConfirm()), CalendarReportJson.Write(RevisionToConfirm()));
        Assert.Equal(CalendarReportHtml.Write(RevisionToConfirm()), CalendarReportHtml.Write(RevisionToConfirm()));
    }

    [Fact]
    public void Outcome_FaultyFile_IsRefusedAndPlansNothing()
    {
        var report = Report(CalendarFiles.Read(File.ReadAllBytes(CalendarFiles.PathOf("faults.yaml"))));

        using var json = JsonDocument.Parse(CalendarReportJson.Write(report));
        Assert.Equal("refused", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("calendar").ValueKind);
        Assert.Equal(report.Problems.Count, json.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("plan").GetArrayLength());
        var html = Encoding.UTF8.GetString(CalendarReportHtml.Write(report));
        Assert.Contains("Calendrier refusé", html, StringComparison.Ordinal);
        Assert.Contains("ligne 29, colonne 12", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_ErrorOfPlanning_IsRefusedToo()
    {
        var reading = CalendarFiles.Read(CalendarFiles.Sound.Replace("ror-v1.start - 7d", "ror-v1.start", StringComparison.Ordinal));
        var report = Report(reading) with { Plan = Planner.Plan(reading.Calendar!, new PlanningRules(), ReadAt) };

        Assert.Equal(ReportOutcome.Refused, report.Outcome);
        var problem = Assert.Single(report.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal((ProblemCodes.StaffAfterPublic, 27, 9, "sends[0].at"), (problem.Code, problem.Line, problem.Column, problem.Path));
    }

    [Fact]
    public void Html_HostileTitle_StaysText()
    {
        var reading = CalendarFiles.Read(CalendarFiles.Sound.Replace(
            "title: Essai", "title: '</title><script>alert(1)</script><img src=x onerror=alert(1)>'", StringComparison.Ordinal));

        var html = Encoding.UTF8.GetString(CalendarReportHtml.Write(Report(reading) with { File = "\"><svg onload=alert(1)>.yaml" }));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg onload", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_Policy_AllowsItsOwnStyleAndNothingElse()
    {
        var html = Encoding.UTF8.GetString(CalendarReportHtml.Write(RevisionToConfirm()));

        var style = Assert.Single(Style().Matches(html)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var policy = System.Net.WebUtility.HtmlDecode(Policy().Match(html).Groups[1].Value);
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", html, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The demo calendar, its wave three days later, the staff send elsewhere, the newsletter gone.</summary>
    private static CalendarReport RevisionToConfirm()
    {
        var running = File.ReadAllText(CalendarFiles.DemoPath)
            .Replace("caisses: all ", "caisses: [CPAM-75, CPAM-67, CGSS-974, CSS-976] ", StringComparison.Ordinal);
        var before = Planner.Plan(CalendarFiles.Load(running), new PlanningRules(), ReadAt);
        var yaml = running
            .Replace("start: 2027-04-27", "start: 2027-04-30", StringComparison.Ordinal)
            .Replace("ror-v1.start - 21d", "ror-v1.start + 3d\n    waiver: congrès de médecine générale en mars", StringComparison.Ordinal)
            .Replace("audience: \"true\"", "audience: direction == \"DDO\"", StringComparison.Ordinal)
            .Replace(" in march, april", " in march", StringComparison.Ordinal);
        var reading = CalendarFiles.Read(yaml);
        var plan = Planner.Plan(reading.Calendar!, new PlanningRules(), ReadAt);
        return Report(reading) with
        {
            Plan = plan,
            Revision = 2,
            Difference = PlanDifference.Compare(before.Sends, plan.Sends),
            Confirmation = ["Elle retire 1 des 5 envois qui restent, soit 20 %."],
        };
    }

    private static CalendarReport Report(CalendarReading reading) => new("calendrier.yaml", ReadAt, reading, null, null, null, []);

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();
}
