using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars.Workbooks;

public sealed class WorkbookSafetyTests
{
    private static readonly byte[] Sound = SomeWorkbook.Sound;

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "macros", With("xl/vbaProject.bin", "macro"), ProblemCodes.MacroWorkbook },
        { "a document type", With("xl/theme/theme1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"), ProblemCodes.DamagedWorkbook },
        { "broken XML", With("docProps/app.xml", "<a><b></a>"), ProblemCodes.DamagedWorkbook },
        { "a name that climbs", With("xl/../../etc/passwd", "x"), ProblemCodes.DamagedWorkbook },
        { "an absolute name", With("/etc/passwd", "x"), ProblemCodes.DamagedWorkbook },
        { "one name twice", With("XL/WORKBOOK.XML", "<a/>"), ProblemCodes.DamagedWorkbook },
        {
            "a link to another workbook",
            With("xl/externalLinks/_rels/externalLink1.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///Budget.xlsx" TargetMode="External"/></Relationships>
                """),
            ProblemCodes.ExternalLinks
        },
        { "too many parts", SomeWorkbook.Rezip(Sound, Fill), ProblemCodes.WorkbookTooLarge },
        { "a bomb", Bomb("xl/media/image1.bin"), ProblemCodes.WorkbookTooLarge },
        { "a bomb of XML", Bomb("xl/theme/theme2.xml"), ProblemCodes.WorkbookTooLarge },
        { "another document", SomeWorkbook.Rezip([.. EmptyZip], archive => SomeWorkbook.Add(archive, "word/document.xml", "<a/>")), ProblemCodes.WrongExtension },
        { "no part", [.. EmptyZip], ProblemCodes.WrongExtension },
        { "no sheet", SomeWorkbook.Edit(Sound, workbook => workbook.Workbook.Sheets!.RemoveAllChildren()), ProblemCodes.MissingSheet },
    };

    private static ReadOnlySpan<byte> EmptyZip => "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatNoCalendarHolds_IsRefusedBeforeAnythingIsRead(string what, byte[] content, string code)
    {
        var watch = Stopwatch.StartNew();

        var reading = CalendarFiles.Read(content, SomeWorkbook.Name);

        Assert.Null(reading.Calendar);
        Assert.All(reading.Problems, problem => Assert.Equal(code, problem.Code));
        Assert.NotEmpty(reading.Problems);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{what} took {watch.Elapsed}.");
    }

    [Fact]
    public void Read_LinksInCells_AreNoLinksOfTheWorkbook()
    {
        var content = SomeWorkbook.Edit(Sound, workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Campagnes");
            var link = sheet.WorksheetPart!.AddHyperlinkRelationship(new Uri("https://www.ameli.fr/"), isExternal: true);
            sheet.InsertAfter(new Hyperlinks(new Hyperlink { Reference = "O2", Id = link.Id }), sheet.GetFirstChild<DataValidations>());
        });

        Assert.Empty(CalendarFiles.Read(content, SomeWorkbook.Name).Problems);
    }

    [Fact]
    public void Read_LinksThatNobodyCanFollow_KeepNothingFromBeingRead()
    {
        var content = SomeWorkbook.Edit(Sound, workbook =>
        {
            var sheet = SomeWorkbook.SheetOf(workbook, "Campagnes");
            var link = sheet.WorksheetPart!.AddHyperlinkRelationship(new Uri("mailto:marie@exemple.fr"), isExternal: true);
            sheet.InsertAfter(new Hyperlinks(new Hyperlink { Reference = "O2", Id = link.Id }), sheet.GetFirstChild<DataValidations>());
        });
        content = SomeWorkbook.Rezip(content, archive =>
        {
            foreach (var part in archive.Entries.Where(part => part.FullName.EndsWith(".rels", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(part.Open()))
                {
                    text = reader.ReadToEnd();
                }

                var name = part.FullName;
                part.Delete();
                SomeWorkbook.Add(archive, name, text.Replace("mailto:marie@exemple.fr", "mailto:marie@@exemple.fr;  paul [http://", StringComparison.Ordinal));
            }
        });

        Assert.Empty(CalendarFiles.Read(content, SomeWorkbook.Name).Problems);
    }

    [Fact]
    public void Read_MoreCellsThanACalendarHas_IsRefusedSoon()
    {
        var content = SomeWorkbook.Edit(Sound, workbook =>
        {
            var entry = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "Envois");
            using var writer = DocumentFormat.OpenXml.OpenXmlWriter.Create(workbook.GetPartById(entry.Id!.Value!));
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            for (var row = 0; row < 110_000; row++)
            {
                writer.WriteElement(new Row(Enumerable.Range(0, 10).Select(_ => new Cell(new CellValue("1")))));
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        });

        Assert.Equal(ProblemCodes.TooManyValues, Assert.Single(CalendarFiles.Read(content, SomeWorkbook.Name).Problems).Code);
    }

    private static byte[] With(string part, string text) => SomeWorkbook.Rezip(Sound, archive => SomeWorkbook.Add(archive, part, text));

    private static void Fill(ZipArchive archive)
    {
        for (var i = 0; i < 2100; i++)
        {
            SomeWorkbook.Add(archive, $"xl/media/{i}.bin", "");
        }
    }

    /// <summary>A gigabyte of spaces in a megabyte.</summary>
    private static byte[] Bomb(string name) => SomeWorkbook.Rezip(Sound, archive =>
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
        part.Write("<a>"u8);
        var spaces = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
        for (var i = 0; i < 1000; i++)
        {
            part.Write(spaces);
        }

        part.Write("</a>"u8);
    });
}
