using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Orchestration.Calendars;
using Orchestration.Calendars.Writing;
using Orchestration.Messages;
using Orchestration.Tests.Calendars.Workbooks;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Calendars.Writing;

public sealed class CalendarWorkbookWriterTests
{
    [Fact]
    public void Write_AnyCalendar_IsAValidWorkbook() => Property.Holds(SomeCalendar.Generator, calendar =>
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(CalendarWorkbookWriter.Write(calendar)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Path?.XPath + fault.Description));
        return true;
    });

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+33612345678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public void Write_TextThatLooksLikeAFormula_StaysAText(string title)
    {
        var calendar = CalendarFiles.Load(CalendarFiles.Sound);
        SomeWorkbook.Edit(CalendarWorkbookWriter.Write(calendar with { Title = title }), workbook =>
        {
            var cell = SomeWorkbook.CellAt(SomeWorkbook.SheetOf(workbook, "Calendrier"), "B2");
            var style = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
            Assert.Null(cell.CellFormula);
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.True(style.QuotePrefix!.Value);
        });
    }

    [Fact]
    public void Write_ClosedValues_HaveDropDownListsOfWordsThatAreRead()
    {
        SomeWorkbook.Edit(SomeWorkbook.Sound, workbook =>
        {
            var rules = SomeWorkbook.SheetOf(workbook, "Envois").Descendants<DataValidation>().ToList();
            var list = rules.Single(rule => rule.SequenceOfReferences?.InnerText?.StartsWith("C2:", StringComparison.Ordinal) == true);
            Assert.Equal(DataValidationValues.List, list.Type?.Value);
            Assert.Matches(@"\AListes!\$[A-Z]+\$2:\$[A-Z]+\$6\z", list.Formula1?.Text ?? "");
            Assert.Contains(rules, rule => rule.SequenceOfReferences?.InnerText == "H1" && rule.Prompt?.Value?.Contains("grippe-v1 début - 21 j", StringComparison.Ordinal) == true);
            var lists = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "Listes");
            Assert.Equal(SheetStateValues.Hidden, lists.State?.Value);
            Assert.NotNull(SomeWorkbook.SheetOf(workbook, "Envois").Descendants<Pane>().Single());
        });
    }

    [Fact]
    public void BlankWorkbook_AsItIs_IsASoundCalendarWhoseRowsSayThatTheyAreExamples()
    {
        var content = BlankWorkbook.Create(2028);

        var reading = CalendarFiles.Read(content, "vierge.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal((2028, 1, 1, 1), (reading.Calendar!.Year, reading.Calendar.Campaigns.Count, reading.Calendar.Waves.Count, reading.Calendar.Sends.Count));
        SomeWorkbook.Edit(content, workbook =>
            Assert.Equal("Exemple\u00A0: à effacer", SomeWorkbook.CellAt(SomeWorkbook.SheetOf(workbook, "Envois"), "R2").InnerText));
    }

    [Fact]
    public void Yaml_OfTheCanonicalForm_IsWhatItWas()
    {
        var calendar = CalendarReader.Read(
            File.ReadAllBytes(CalendarFiles.PathOf("canonical.yaml")), "canonical.yaml", new KnownReferences(Purpose.Health)).Calendar!;

        Approved.Match("canonical.written.yaml", System.Text.Encoding.UTF8.GetString(CalendarYamlWriter.Write(calendar)));
    }

    [Fact]
    public void Read_TwentyThousandSends_TakesSeconds()
    {
        var calendar = CalendarFiles.Load(CalendarFiles.Sound);
        var send = calendar.Sends[1];
        var content = CalendarWorkbookWriter.Write(calendar with
        {
            Sends = [calendar.Sends[0], .. Enumerable.Range(0, 20_000).Select(i => send with { Id = $"invitation-{i}" })],
        });
        var watch = Stopwatch.StartNew();

        var reading = CalendarFiles.Read(content, SomeWorkbook.Name);

        Assert.Equal(20_001, reading.Calendar!.Sends.Count);

        // Three seconds on an idle machine; what grows with the square of the rows would take many minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}.");
    }
}
