using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars;
using Orchestration.Calendars.Writing.Corrections;
using Orchestration.Tests.Calendars.Workbooks;

namespace Orchestration.Tests.Calendars.Writing.Corrections;

/// <summary>Every cell but that of the correction stays.</summary>
public sealed class WorkbookCorrectionsTests
{
    private static readonly DateOnly Day = new(2027, 11, 16);

    public static TheoryData<string, string, string?, string> Changes { get; } = new()
    {
        { "sends[0]", "at", "2027-11-16", "Envois!H2" },
        { "sends[0]", "at", "ror-v1.end + 2wd", "Envois!H2" },
        { "sends[0]", "at", "ror/invitation - 3d", "Envois!H2" },
        { "sends[1]", "waiver", "=accord", "Envois!Q3" },
        { "sends[1]", "channels", "[sms, email]", "Envois!F3" },
        { "sends[1]", "spread", null, "Envois!K3" },
        { "sends[1]", "spread", "6d", "Envois!K3" },
        { "sends[1]", "window", "09:00-11:30", "Envois!M3" },
        { "sends[1]", "on_holiday", "skip", "Envois!L3" },
        { "sends[1]", "calls", "2.5", "Envois!O3" },
        { "sends[1]", "remind", null, "" },
        { "waves[0]", "start", "2027-05-03", "Vagues!C2" },
        { "waves[0]", "homepage", "none", "Vagues!F2" },
        { "waves[0]", "media", "[press, tv]", "Vagues!E2" },
        { "campaigns[0]", "caisses", "[CPAM-01, CPAM-02]", "Campagnes!I2" },
        { "campaigns[0]", "seasonal", "true", "Campagnes!G2" },
        { "campaigns[0]", "reviewed", "2026-11-30", "Campagnes!M2" },
        { "", "title", "Autre titre", "Calendrier!B2" },
        { "", "revision_of", "4", "Calendrier!B4" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Apply_OneCorrection_SaysTheSameAsInYaml(string path, string key, string? value, string cell)
    {
        Correction[] corrections = [new(path, key, value)];

        var corrected = CalendarCorrections.Apply(SomeWorkbook.Sound, SomeWorkbook.Name, corrections);

        var inYaml = CalendarCorrections.Apply(System.Text.Encoding.UTF8.GetBytes(CalendarFiles.Sound), "a.yaml", corrections);
        Assert.Equal(Load(inYaml, "a.yaml").Hash, Load(corrected, SomeWorkbook.Name).Hash);
        Assert.Equal(Load(inYaml, "a.yaml").Revision, Load(corrected, SomeWorkbook.Name).Revision);
        Assert.Equal(cell, string.Join(' ', Changed(SomeWorkbook.Sound, corrected)));
    }

    [Fact]
    public void Apply_FromAMomentToARecurrence_UsesTheSameCell()
    {
        var corrected = CalendarCorrections.Apply(
            SomeWorkbook.Sound, SomeWorkbook.Name, [new("sends[0]", "every", "last friday of month"), new("sends[0]", "at", null)]);

        Assert.IsType<RecurringMoment>(CalendarFiles.Read(corrected, SomeWorkbook.Name).Calendar!.Sends[0].Moment);
        Assert.Equal("Envois!H2", Assert.Single(Changed(SomeWorkbook.Sound, corrected)));
    }

    [Fact]
    public void Apply_KeyWithoutColumn_AddsOneForAll()
    {
        var content = SomeWorkbook.With("Envois", ("K1", "Commentaire"), ("K3", "quatre jours"), ("R1", "Note"));

        var corrected = CalendarCorrections.Apply(content, SomeWorkbook.Name, [new("sends[0]", "spread", "2d"), new("sends[1]", "spread", "3d")]);

        Assert.Equal([2, 3], CalendarFiles.Read(corrected, SomeWorkbook.Name).Calendar!.Sends.Select(send => send.SpreadDays));
        Assert.Equal(["Envois!S1", "Envois!S2", "Envois!S3"], Changed(content, corrected));
    }

    [Fact]
    public void Apply_DateOverATextOrAFormula_IsATypedDateWithTheLookOfItsCell()
    {
        var content = SomeWorkbook.With("Vagues", ("C2", "27/04/2027"), ("D2", new Odd("46523", Formula: "C2+19", Style: 3)));

        var corrected = CalendarCorrections.Apply(
            content, SomeWorkbook.Name, [new("waves[0]", "start", "2027-11-16"), new("waves[0]", "end", "2027-11-16")]);

        var wave = CalendarFiles.Read(corrected, SomeWorkbook.Name).Calendar!.Waves[0];
        Assert.Equal((Day, Day), (wave.Start, wave.End));
        SomeWorkbook.Edit(corrected, workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Vagues");
            Assert.Null(SomeWorkbook.CellAt(sheet, "D2").CellFormula);
            Assert.Equal("46707", SomeWorkbook.CellAt(sheet, "C2").CellValue!.Text);
        });
    }

    [Fact]
    public void Apply_CellMergedWithOthers_ChangesItsOwnRowOnly()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.With("Envois", ("H3", null)), workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Envois");
            sheet.InsertAfter(new MergeCells(new MergeCell { Reference = "H2:H3" }), sheet.GetFirstChild<AutoFilter>());
        });

        var corrected = CalendarCorrections.Apply(content, SomeWorkbook.Name, [new("sends[1]", "at", "2027-11-16")]);

        Assert.Equal(
            [new WaveMoment("ror-v1", WaveEdge.Start, -7, OffsetUnit.Days), new FixedMoment(Day)],
            CalendarFiles.Read(corrected, SomeWorkbook.Name).Calendar!.Sends.Select(send => send.Moment));
    }

    [Theory]
    [InlineData("sends[9]", "at")]
    [InlineData("sends[0]", "nothing")]
    public void Apply_EntryOrKeyThatIsNotThere_Throws(string path, string key) => Assert.Throws<ArgumentException>(
        () => CalendarCorrections.Apply(SomeWorkbook.Sound, SomeWorkbook.Name, [new Correction(path, key, "x")]));

    private static (string Hash, int? Revision) Load(byte[] content, string name)
    {
        var reading = CalendarFiles.Read(content, name);
        Assert.Empty(reading.Problems);
        return (CalendarHash.Of(reading.Calendar!), reading.Calendar!.RevisionOf);
    }

    /// <summary>The cells that differ; what else a sheet holds must not.</summary>
    private static IEnumerable<string> Changed(byte[] before, byte[] after)
    {
        var (cellsBefore, restBefore) = Contents(before);
        var (cellsAfter, restAfter) = Contents(after);
        Assert.Equal(restBefore, restAfter);
        return cellsAfter.Where(cell => cellsBefore.GetValueOrDefault(cell.Key) != cell.Value).Select(cell => cell.Key)
            .Concat(cellsBefore.Keys.Except(cellsAfter.Keys)).Order(StringComparer.Ordinal);
    }

    private static (Dictionary<string, string> Cells, string Others) Contents(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var workbook = document.WorkbookPart!;
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new List<string> { workbook.Workbook.OuterXml };
        foreach (var entry in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            var sheet = SomeWorkbook.SheetOf(workbook, entry.Name!);
            foreach (var cell in sheet.Descendants<Cell>().Where(cell => cell.HasChildren))
            {
                cells.Add($"{entry.Name}!{cell.CellReference}", $"{cell.DataType?.InnerText} {cell.InnerXml}");
            }

            rest.AddRange(sheet.ChildElements.Where(child => child is not SheetData).Select(child => child.OuterXml));
        }

        return (cells, string.Join('\n', rest));
    }
}
