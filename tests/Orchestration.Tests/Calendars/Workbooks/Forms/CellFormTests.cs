using System.Diagnostics;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Workbooks.Layout;

namespace Orchestration.Tests.Calendars.Workbooks.Forms;

public sealed class CellFormTests
{
    [Theory]
    [InlineData("grippe-v1 début - 21 j", "at", "grippe-v1.start - 21d")]
    [InlineData("grippe-v1 fin + 2 jo", "at", "grippe-v1.end + 2wd")]
    [InlineData("grippe-v1 FIN+2 jours ouvrés", "at", "grippe-v1.end + 2wd")]
    [InlineData("grippe-v1 début + 1 jour", "at", "grippe-v1.start + 1d")]
    [InlineData("grippe-v1 J-21", "at", "grippe-v1.start - 21d")]
    [InlineData("grippe-v1 J + 2", "at", "grippe-v1.start + 2d")]
    [InlineData("grippe-v1 j0", "at", "grippe-v1.start")]
    [InlineData("grippe-2027/invitation + 35 j", "at", "grippe-2027/invitation + 35d")]
    [InlineData("grippe-2027/invitation", "at", "grippe-2027/invitation")]
    [InlineData("1er octobre 2027", "at", "2027-10-01")]
    [InlineData("mardi 12/10/2027", "at", "2027-10-12")]
    [InlineData("dernier vendredi du mois sauf juillet, août", "every", "last friday of month except july, august")]
    [InlineData("Le dernier vendredi de chaque mois, sauf en juillet et en août", "every", "last friday of month except july, august")]
    [InlineData("tous les 2 mois le troisième mardi à partir de janvier", "every", "2 months on third tuesday of month from january")]
    [InlineData("le 3e mardi tous les 2 mois, à partir de janvier", "every", "2 months on third tuesday of month from january")]
    [InlineData("premier et troisième lundis du mois", "every", "first, third monday of month")]
    [InlineData("le 1er et le 3ème lundi", "every", "first, third monday of month")]
    [InlineData("le 1er et le 15 du mois", "every", "day 1, 15 of month")]
    [InlineData("dernier jour du mois", "every", "last day of month")]
    [InlineData("deuxième jeudi en mars, avril et mai", "every", "second thursday of month in march, april, may")]
    [InlineData("chaque jour", "every", "day")]
    [InlineData("Tous les jours", "every", "day")]
    public void Read_Moment_IsWhatYamlSays(string text, string key, string value)
    {
        var reading = WorkbookLayout.Sends.ByKey("at")!.Form.Read(Cell.OfText(1, text));

        Assert.Null(reading.Fault);
        Assert.Equal((key, value), (reading.Key, reading.Value));
    }

    [Theory]
    [InlineData("profession in [« infirmier », “pharmacien”]", "profession in [\"infirmier\", \"pharmacien\"]")]
    [InlineData("nom == \"« a »\"", "nom == \"« a »\"")]
    [InlineData("nom == “a « b » c”", "nom == \"a « b » c\"")]
    [InlineData("age\u00A0>= 18", "age >= 18")]
    public void Read_CriterionWithCurvedQuotes_HasStraightOnes(string text, string criterion) =>
        Assert.Equal(criterion, WorkbookLayout.Sends.ByKey("audience")!.Form.Read(Cell.OfText(1, text.Replace("« ", "«\u00A0", StringComparison.Ordinal))).Value?.Replace('\u00A0', ' '));

    /// <summary>Every example of a problem's mend can be written into its cell, and is read as it was.</summary>
    [Fact]
    public void Write_EveryExample_IsReadAsItWas()
    {
        foreach (var column in WorkbookLayout.Tables.SelectMany(table => table.Columns))
        {
            var example = Mends.ExampleOf(column.Key)!.Trim('\'', '"');
            var content = column.Form.Write(example);
            var cell = content.Date is { } date ? Cell.OfDate(1, date.ToDateTime(default)) : content.Number is { } number ? Cell.OfNumber(1, number) : Cell.OfText(1, content.Text!);

            var reading = column.Form.Read(cell);

            Assert.Null(reading.Fault);
            Assert.Equal(example, reading.Items is { } items ? $"[{string.Join(", ", items)}]" : reading.Value);
        }
    }

    [Fact]
    public void Read_CellFullOfSpaces_EndsSoon()
    {
        var watch = Stopwatch.StartNew();
        foreach (var column in WorkbookLayout.Tables.SelectMany(table => table.Columns))
        {
            foreach (var filler in new[] { " ", "a", "1", "-", ", ", "et ", "«", "à ", "le ", "j " })
            {
                column.Form.Read(Cell.OfText(1, $"a{string.Concat(Enumerable.Repeat(filler, 30_000 / filler.Length))}!"));
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}.");
    }
}
