using FsCheck.Fluent;
using Orchestration.Calendars;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Calendars.Writing;
using Orchestration.Messages;
using Orchestration.Tests.Support;
using WorkbookCell = Orchestration.Calendars.Workbooks.Cell;

namespace Orchestration.Tests.Calendars.Writing;

/// <summary>What is written in one form and read again is the same calendar.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Write_AnyCalendarAsYaml_IsReadAsTheSame() => Property.Holds(
        SomeCalendar.Generator.Select(OfOnePurpose), calendar => IsSame(calendar, CalendarYamlWriter.Write(calendar), "essai.yaml"));

    [Fact]
    public void Write_AnyCalendarAsWorkbook_IsReadAsTheSame() => Property.Holds(
        SomeCalendar.Generator.Select(OfOnePurpose), calendar => IsSame(calendar, CalendarWorkbookWriter.Write(calendar), "essai.xlsx"));

    [Fact]
    public void Write_FromFormToForm_KeepsTheCalendar() => Property.Holds(SomeCalendar.Generator.Select(OfOnePurpose), calendar =>
    {
        var yaml = CalendarYamlWriter.Write(calendar);
        var workbook = CalendarWorkbookWriter.Write(Read(yaml, "essai.yaml"));
        var again = CalendarYamlWriter.Write(Read(workbook, "essai.xlsx"));
        return yaml.AsSpan().SequenceEqual(again);
    });

    [Theory]
    [InlineData("canonical.yaml", Purpose.Health)]
    public void Write_Samples_AreKept(string sample, Purpose letters)
    {
        var content = File.ReadAllBytes(CalendarFiles.PathOf(sample));
        var calendar = CalendarReader.Read(content, sample, new KnownReferences(letters)).Calendar!;

        Assert.Equal(CalendarHash.Of(calendar), HashOf(CalendarYamlWriter.Write(calendar), "essai.yaml"));
        Assert.Equal(CalendarHash.Of(calendar), HashOf(CalendarWorkbookWriter.Write(calendar), "essai.xlsx"));

        string HashOf(byte[] written, string name)
        {
            var reading = CalendarReader.Read(written, name, new KnownReferences(letters));
            Assert.Empty(reading.Problems);
            return CalendarHash.Of(reading.Calendar!);
        }
    }

    [Fact]
    public void Write_AnyRecurrence_IsReadAsTheSame() => Property.Holds(SomeCalendar.Recurrence, recurrence =>
    {
        var form = WorkbookLayout.Sends.ByKey("every")!.Form;
        var canonical = RecurrenceText.Canonical(recurrence);
        var fromFrench = form.Read(WorkbookCell.OfText(1, RecurrenceText.InFrench(recurrence)));
        return fromFrench.Key == "every" && IsSame(canonical) && IsSame(fromFrench.Value ?? "");

        bool IsSame(string text) => RecurrenceParser.Parse(text).Recurrence is { } read
            && read.Months.SequenceEqual(recurrence.Months) && read.Days.SequenceEqual(recurrence.Days);
    });

    // One purpose, so that one set of templates serves all campaigns.
    private static Calendar OfOnePurpose(Calendar calendar) => calendar with
    {
        Campaigns = [.. calendar.Campaigns.Select(campaign => campaign with { Purpose = calendar.Campaigns[0].Purpose })],
    };

    private static Calendar Read(byte[] content, string name) => AnyReferences.Read(content, name) is { Calendar: { } calendar }
        ? calendar
        : throw new InvalidOperationException(string.Join("\n", AnyReferences.Read(content, name).Problems));

    private static bool IsSame(Calendar calendar, byte[] content, string name)
    {
        var read = Read(content, name);
        return CalendarHash.Of(read) == CalendarHash.Of(calendar) && read.RevisionOf == calendar.RevisionOf;
    }
}
