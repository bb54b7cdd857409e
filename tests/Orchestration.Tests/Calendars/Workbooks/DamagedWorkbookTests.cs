using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.Calendars;
using Orchestration.Calendars.Workbooks.Cells;

namespace Orchestration.Tests.Calendars.Workbooks;

/// <summary>Whatever happens to a workbook, it gets a calendar or at least one error, never an exception.</summary>
public sealed class DamagedWorkbookTests
{
    private static readonly string[] Sheets = ["Calendrier", "Campagnes", "Vagues", "Envois", "Listes"];

    private static readonly object?[] Values =
    [
        null, "", " ", "\u00A0", "=", "true", true, false, 0, -1, 1e300, double.MaxValue, 0.1, 46504, 2958466, "\u202E", "_x0000_", "_xZZZZ_",
        new DateTime(1900, 2, 28), new DateTime(9999, 12, 31), new DateTime(2027, 4, 27, 23, 59, 59),
        new Odd("#DIV/0!", CellValues.Error), new Odd(null, Formula: "1/0"), new Odd("", CellValues.String, "\"\""), new Odd("999999", CellValues.SharedString),
        new Odd("x", CellValues.SharedString), new Odd("NaN"), new Odd("1E400"), new Odd("12", Style: 4_000_000), new Odd("-5", Style: 3),
        new Odd("2027-04-27", CellValues.Date), new Odd("hier", CellValues.Date), new Odd("2", CellValues.Boolean),
        "début - 21 j", "J-7", "ror-v1 J", "ror/", "/", "- 3 j", "tous les mois", "tous les 0 mois le lundi", "tous les", "le", "le le", "sauf", "premier", "et",
        "dernier, dernier vendredi", "le 1er, 2e et 30 du mois", "en", "à partir de", ",", ";;;", "[a, b]", "[", "99/99/9999", "0/0/0000", "32 janvier 2027",
        "9 h - 99 h", "-", "%", "k€", "12 k€", "1,2,3", "«", "« »", "“", "\\", "\"", new string('x', 40_000),
    ];

    [Fact]
    public void Read_AnyCells_GivesACalendarOrItsErrors()
    {
        var cell = from sheet in Gen.Elements(Sheets)
                   from row in Gen.Choose(1, 6)
                   from column in Gen.Choose(1, 19)
                   from value in Gen.Elements(Values)
                   select (sheet, new CellReference(row, column).ToString(), value);

        Check(cell.ArrayOf(8), cells => cells.Aggregate(
            SomeWorkbook.Sound, (content, cell) => SomeWorkbook.Edit(content, cell.sheet, (cell.Item2, cell.value))));
    }

    [Fact]
    public void Read_TruncatedFile_GivesItsErrors() =>
        Check(Gen.Choose(0, SomeWorkbook.Sound.Length - 1), length => SomeWorkbook.Sound[..length]);

    [Fact]
    public void Read_OtherBytes_GivesACalendarOrItsErrors() => Check(
        Gen.Choose(0, SomeWorkbook.Sound.Length - 1).Zip(Gen.Choose(0, 255)).ArrayOf(4),
        changes =>
        {
            byte[] content = [.. SomeWorkbook.Sound];
            foreach (var (at, value) in changes)
            {
                content[at] = (byte)value;
            }

            return content;
        });

    [Fact]
    public void Read_OtherXml_GivesACalendarOrItsErrors()
    {
        var slip = from at in Gen.Choose(0, 100_000)
                   from length in Gen.Choose(0, 30)
                   from text in Gen.Elements("", "r=\"A0\"", "\"ZZZ9999999\"", "<v>", "</c>", "<f/>", "s=\"9\"", "t=\"s\"", "0", "rId9", "<c r=\"A1\"/>", "<row/>")
                   select (at, length, text);
        Check(Gen.Choose(0, 20).Zip(slip), damage => SomeWorkbook.Rezip(SomeWorkbook.Sound, archive =>
        {
            var part = archive.Entries[damage.Item1 % archive.Entries.Count];
            string text;
            using (var reader = new StreamReader(part.Open()))
            {
                text = reader.ReadToEnd();
            }

            var (at, length, insert) = damage.Item2;
            at %= text.Length;
            var name = part.FullName;
            part.Delete();
            SomeWorkbook.Add(archive, name, text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, insert));
        }));
    }

    private static void Check<T>(Gen<T> damages, Func<T, byte[]> damage) => Prop.ForAll(Arb.From(damages), given =>
    {
        var reading = CalendarFiles.Read(damage(given), SomeWorkbook.Name);
        return reading.Calendar is not null || reading.Problems.Any(problem => problem.Severity == Severity.Error);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
}
