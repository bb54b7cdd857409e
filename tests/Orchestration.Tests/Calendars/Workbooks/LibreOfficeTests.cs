using System.Globalization;
using System.Text;
using Orchestration.Calendars;
using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Writing;
using Orchestration.Messages;

namespace Orchestration.Tests.Calendars.Workbooks;

/// <summary>Workbooks that LibreOffice made (Samples/LibreOffice/make.sh) are read like ours.</summary>
public sealed class LibreOfficeTests
{
    /// <summary>What planner.fods says, in YAML.</summary>
    private const string Planner = """
        calendar: relationnel-2027
        title: Calendrier relationnel 2027
        year: 2027
        campaigns:
          - {id: grippe-2027, title: Vaccination grippe et Covid-19, type: national, purpose: health, scale: large, theme: vaccination, seasonal: true,
             priority: 80, caisses: all, except: [CGSS-974], owner: Dicom/DCP, lifecycle: rebroadcast, reviewed: 2026-11-30}
          - {id: newsletters-2027, title: Lettres d’information 2027, type: national, purpose: health, scale: off-media, theme: newsletters,
             priority: 20, caisses: all, owner: Dicom/DIM}
        waves:
          - {id: grippe-v1, campaign: grippe-2027, start: 2027-10-12, end: 2027-10-31, media: [tv, digital, radio], budget: 1350.5, screens: 10}
          - {id: grippe-v2, campaign: grippe-2027, start: 2027-11-15, end: 2027-12-05, media: [tv, digital], budget: 350.5}
        sends:
          - {id: professionnels, campaign: grippe-2027, public: professionals, audience: 'profession in ["infirmier", "pharmacien"]', channels: [email],
             template: national/grippe-professionnels, at: grippe-v1.start - 21d}
          - {id: collaborateurs, campaign: grippe-2027, public: staff, audience: 'true', channels: [email], template: national/grippe-interne,
             at: grippe-v1.start - 5wd}
          - {id: invitation, campaign: grippe-2027, public: insured, audience: age >= 65 || (ald && age >= 18), channels: [email, sms],
             template: national/grippe-invitation, at: grippe-v1.start, spread: 4d, calls: 2.5, volume: 11000000}
          - {id: relance, campaign: grippe-2027, public: insured, audience: vaccin_grippe.non_fait, channels: [email, sms],
             template: national/grippe-relance, at: 2027-11-16, spread: 2d, volume: 1200000, remind: grippe-2027/invitation}
          - {id: pic, campaign: grippe-2027, public: insured, audience: age >= 65, channels: [sms], template: national/grippe-relance,
             on: pic-epidemique, from: 2027-12-10}
          - {id: trois-minutes-medecins, campaign: newsletters-2027, public: professionals, audience: email_amelipro, channels: [email],
             template: newsletters/3-minutes-medecins, every: 'last friday of month except july, august', on_holiday: previous, window: 09:00-11:00}
        """;

    private static readonly KnownReferences References = new(letters: Purpose.Health);

    [Theory]
    [InlineData("planner.xlsx")]
    [InlineData("planner-1904.xlsx")]
    public void Read_NastyWorkbook_IsTheCalendarThatItSays(string name)
    {
        var reading = Read(name);

        Assert.Equal(
            ["Campagnes  G3 hidden-rows", "Campagnes  O3 unknown-header", "Envois A6 hidden-rows", "Vagues I1 unknown-header"],
            reading.Problems.Select(problem => $"{problem.Sheet} {PlaceOf(problem)} {problem.Code}"));
        var expected = CalendarReader.Read(Encoding.UTF8.GetBytes(Planner), "planner.yaml", References);
        Assert.Empty(expected.Problems);
        Assert.Equal(Yaml(expected), Yaml(reading));
    }

    [Fact]
    public void Read_FailingFormulasAndFarDates_AreToldAtTheirCells()
    {
        var text = new StringBuilder();
        foreach (var problem in Read("errors.xlsx").Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"{PlaceWords.Of(problem)} {problem.Code}\n    {problem.What}\n    {problem.Mend}\n");
        }

        Approved.Match("LibreOffice/errors.expected.txt", text.ToString());
    }

    [Fact]
    public void Read_OurWorkbookSavedByLibreOffice_IsTheSameCalendar()
    {
        var (ours, resaved) = (Read("ours.xlsx"), Read("resaved.xlsx"));

        Assert.Empty(ours.Problems);
        Assert.Empty(resaved.Problems);
        Assert.Equal(CalendarHash.Of(ours.Calendar!), CalendarHash.Of(resaved.Calendar!));
    }

    private static string[] Yaml(CalendarReading reading) => Encoding.UTF8.GetString(CalendarYamlWriter.Write(reading.Calendar!)).Split('\n');

    private static CalendarReading Read(string name) =>
        CalendarReader.Read(File.ReadAllBytes(CalendarFiles.PathOf($"LibreOffice/{name}")), name, References);

    private static string PlaceOf(CalendarProblem problem) =>
        new Orchestration.Calendars.Workbooks.Cells.CellReference(problem.Line, problem.Column).ToString();
}
