using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars.Workbooks;

/// <summary>Workbooks as planners keep them: what surrounds the data, hides it or merges it.</summary>
public sealed class WorkbookLayoutTests
{
    private static readonly string SoundHash = CalendarHash.Of(CalendarFiles.Load(CalendarFiles.Sound));

    [Fact]
    public void Read_SoundWorkbook_IsTheYamlCalendar()
    {
        var reading = CalendarFiles.Read(SomeWorkbook.Sound, SomeWorkbook.Name);

        Assert.Empty(reading.Problems);
        Assert.Equal(SoundHash, CalendarHash.Of(reading.Calendar!));
        Assert.Equal(new SourcePlace(3, 8, "sends[1].at", "Envois"), reading.Calendar!.Sends[1].Places.Of("at"));
        Assert.Equal(new SourcePlace(3, 1, "sends[1]", "Envois"), reading.Calendar.Sends[1].Places.Of("window"));
    }

    [Theory]
    [InlineData("Envois", "H1", "QUAND")]
    [InlineData("Envois", "C1", "  public * ")]
    [InlineData("Envois", "G1", "Modele")]
    [InlineData("Vagues", "H1", "BUDGET")]
    [InlineData("Campagnes", "A1", "ID")]
    [InlineData("Calendrier", "A3", "annee :")]
    public void Read_HeaderInOtherWords_IsTheSame(string sheet, string cell, string header) =>
        AssertSound(SomeWorkbook.With(sheet, (cell, header)));

    [Theory]
    [InlineData("Campagnes", "C2", "National")]
    [InlineData("Campagnes", "C2", "NATIONALE ")]
    [InlineData("Campagnes", "D2", "Sante")]
    [InlineData("Campagnes", "E2", "Grande envergure")]
    [InlineData("Campagnes", "G2", "non")]
    [InlineData("Campagnes", "H2", " 80 ")]
    [InlineData("Campagnes", "I2", "Toutes les caisses")]
    [InlineData("Vagues", "C2", "2027-04-27")]
    [InlineData("Vagues", "C2", "27.4.2027")]
    [InlineData("Vagues", "C2", "mar. 27/04/2027")]
    [InlineData("Vagues", "C2", "mardi\u00A027 avril\u00A02027")]
    [InlineData("Vagues", "E2", "Digital + Télévision")]
    [InlineData("Vagues", "E2", "tv;digital")]
    [InlineData("Vagues", "E2", "TV\ndigital")]
    [InlineData("Envois", "C3", "Assuré")]
    [InlineData("Envois", "F3", "E-mail, sinon SMS")]
    [InlineData("Envois", "F3", "courriel puis texto")]
    [InlineData("Envois", "E3", "age\u00A0>= 18")]
    [InlineData("Envois", "E2", "VRAI", true)]
    [InlineData("Envois", "H2", "ror-v1\u00A0début\u00A0–\u00A07\u00A0j")]
    [InlineData("Envois", "H2", "ror-v1 J-7")]
    [InlineData("Envois", "H2", "ror-v1.start - 7d")]
    [InlineData("Envois", "H3", "ror-v1 J0")]
    [InlineData("Envois", "H3", "ror-v1 Debut")]
    [InlineData("Envois", "K3", "4 jours")]
    [InlineData("Envois", "K3", 4)]
    [InlineData("Envois", "L3", "après")]
    public void Read_ValueInOtherWords_IsTheSame(string sheet, string cell, object value, bool isBoolean = false) =>
        AssertSound(SomeWorkbook.With(sheet, (cell, isBoolean ? true : value)));

    [Fact]
    public void Read_DatesTypedOrWritten_AreTheSame() =>
        AssertSound(SomeWorkbook.With("Vagues", ("C2", new DateTime(2027, 4, 27)), ("D2", "16/05/2027")));

    [Fact]
    public void Read_CommentColumns_AreLeftOut() => AssertSound(SomeWorkbook.With(
        "Envois", ("R1", "Commentaires de Marie"), ("R2", "à revoir"), ("S3", "sans en-tête"), ("S2", new Odd("#REF!", CellValues.Error))));

    [Fact]
    public void Read_UnknownColumn_IsAWarningWithTheNearestHeader()
    {
        var reading = CalendarFiles.Read(SomeWorkbook.With("Envois", ("R1", "Déclancheur"), ("S1", "Prestataire")), SomeWorkbook.Name);

        Assert.NotNull(reading.Calendar);
        Assert.Equal(
            [("unknown-header", 18, true), ("unknown-header", 19, false)],
            reading.Problems.Select(problem => (problem.Code, problem.Column, problem.Mend.Contains("Déclencheur", StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_TwoColumnsOfOneName_IsAnError()
    {
        var problem = Assert.Single(CalendarFiles.Read(SomeWorkbook.With("Envois", ("R1", "public")), SomeWorkbook.Name).Problems);

        Assert.Equal((ProblemCodes.DuplicateKey, 18), (problem.Code, problem.Column));
    }

    [Fact]
    public void Read_MissingColumn_IsOneProblemHoweverManyRows()
    {
        var problem = Assert.Single(CalendarFiles.Read(SomeWorkbook.With("Envois", ("C1", null)), SomeWorkbook.Name).Problems);

        Assert.Equal((ProblemCodes.MissingKey, 1), (problem.Code, problem.Line));
        Assert.Contains("« Public »", problem.What.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TitlesEmptyRowsAndHeadersFurtherDown_ReadsTheTable()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Envois");
            Shift(sheet, from: 3, by: 2);
            Shift(sheet, from: 1, by: 4);
            Merge(sheet, "A1:Q1", "A3:H3", "A7:Q7");
        });
        content = SomeWorkbook.Edit(content, "Envois", ("A1", "Calendrier des envois 2027"), ("A3", "Version de travail"), ("A7", "— Printemps —"));

        AssertSound(content);
        Assert.Equal((9, "sends[1]"), Place(content));

        static (int, string) Place(byte[] content)
        {
            var entry = CalendarFiles.Read(content, SomeWorkbook.Name).Calendar!.Sends[1].Places.Entry;
            return (entry.Line, entry.Path);
        }
    }

    [Fact]
    public void Read_CellsMergedDownwards_GiveEachRowTheirValue()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook => Merge(SomeWorkbook.SheetOf(workbook, "Envois"), "B2:B3"));

        AssertSound(SomeWorkbook.Edit(content, "Envois", ("B3", null)));
    }

    [Fact]
    public void Read_HiddenRowsColumnsAndSheets_CountAndAreTold()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Envois");
            sheet.Descendants<Row>().Last().Hidden = true;
            sheet.Descendants<Column>().First().Hidden = true;
            workbook.Workbook.Sheets!.Elements<Sheet>().Single(entry => entry.Name == "Vagues").State = SheetStateValues.Hidden;
        });

        var reading = CalendarFiles.Read(content, SomeWorkbook.Name);

        Assert.Equal(SoundHash, CalendarHash.Of(reading.Calendar!));
        Assert.Equal(
            [("Envois", 1, 1), ("Envois", 3, 1), ("Vagues", 1, 1)],
            reading.Problems.Select(problem => (problem.Sheet!, problem.Line, problem.Column)));
        Assert.All(reading.Problems, problem => Assert.Equal((ProblemCodes.HiddenRows, Severity.Warning), (problem.Code, problem.Severity)));
    }

    [Fact]
    public void Read_WithoutTheSheetOfWaves_HasNoWave()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.With("Envois", ("H2", "01/03/2027"), ("H3", "02/03/2027")), workbook => Remove(workbook, "Vagues"));

        var reading = CalendarFiles.Read(content, SomeWorkbook.Name);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Calendar!.Waves);
    }

    [Fact]
    public void Read_WithoutTheOtherSheets_NamesThemAll()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
        {
            workbook.Workbook.Sheets!.Elements<Sheet>().Single(entry => entry.Name == "Campagnes").Name = "Campages";
            Remove(workbook, "Envois");
        });

        var problems = CalendarFiles.Read(content, SomeWorkbook.Name).Problems;

        Assert.Equal(["campaigns", "sends"], problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.Equal(ProblemCodes.MissingSheet, problem.Code));
        Assert.Contains(problems, problem => problem.Mend.Contains("Campages", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_SheetWithoutHeaders_SaysWhichItNeeds(bool isEmpty)
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook => SomeWorkbook.SheetOf(workbook, "Envois")
            .Descendants<Row>().Take(isEmpty ? int.MaxValue : 1).ToList().ForEach(row => row.Remove()));

        var problem = Assert.Single(CalendarFiles.Read(content, SomeWorkbook.Name).Problems);

        Assert.Equal((ProblemCodes.MissingHeaders, "Envois"), (problem.Code, problem.Sheet));
    }

    [Fact]
    public void Read_PercentagesAndCurrencies_AreTheirNumbers()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
        {
            var formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!;
            formats.Append(new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 44, ApplyNumberFormat = true });
        });
        content = SomeWorkbook.Edit(content, "Envois", ("O3", new Odd("0.02", Style: 5)));
        content = SomeWorkbook.Edit(content, "Vagues", ("H2", new Odd("350.5", Style: 6)));

        var calendar = CalendarFiles.Read(content, SomeWorkbook.Name).Calendar!;

        Assert.Equal((2m, 350.5m), (calendar.Sends[1].CallPercent, calendar.Waves[0].Budget));
    }

    [Fact]
    public void Read_DatesCountedFrom1904_AreTheirDates()
    {
        var content = SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
            workbook.Workbook.InsertAt(new WorkbookProperties { Date1904 = true }, 0));
        var start = new DateTime(2027, 4, 27).ToOADate() - 1462;

        AssertSound(SomeWorkbook.Edit(content, "Vagues", ("C2", new Odd($"{start:0}", Style: 3)), ("D2", new Odd($"{start + 19:0}", Style: 3))));
    }

    private static void AssertSound(byte[] content)
    {
        var reading = CalendarFiles.Read(content, SomeWorkbook.Name);

        Assert.Empty(reading.Problems);
        Assert.Equal(SoundHash, CalendarHash.Of(reading.Calendar!));
    }

    private static void Remove(WorkbookPart workbook, string name)
    {
        var entry = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name);
        workbook.DeletePart(workbook.GetPartById(entry.Id!.Value!));
        entry.Remove();
    }

    private static void Merge(Worksheet sheet, params string[] ranges) => sheet.InsertAfter(
        new MergeCells(ranges.Select(range => new MergeCell { Reference = range })), sheet.GetFirstChild<AutoFilter>());

    private static void Shift(Worksheet sheet, uint from, uint by)
    {
        foreach (var row in sheet.Descendants<Row>().Where(row => row.RowIndex! >= from).Reverse())
        {
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference = cell.CellReference!.Value!.TrimEnd([.. "0123456789"]) + (row.RowIndex! + by);
            }

            row.RowIndex = row.RowIndex! + by;
        }
    }
}
