using Orchestration.Audience.Datamart;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class CellParserTests
{
    [Theory]
    [InlineData(FieldKind.Text, "Noël", 0)]
    [InlineData(FieldKind.Text, " ", 0)]
    [InlineData(FieldKind.Number, "12.5", 12.5)]
    [InlineData(FieldKind.Number, "-3", -3)]
    [InlineData(FieldKind.Boolean, "true", 1)]
    [InlineData(FieldKind.Boolean, "false", 0)]
    [InlineData(FieldKind.Procedure, "fait", (int)ProcedureState.Done)]
    [InlineData(FieldKind.Procedure, "non_fait", (int)ProcedureState.NotDone)]
    [InlineData(FieldKind.Procedure, "inconnu", (int)ProcedureState.Unknown)]
    [InlineData(FieldKind.Procedure, "", (int)ProcedureState.Unknown)]
    public void Parse_GoodCell_KeepsTextAndNumber(FieldKind kind, string text, double number)
    {
        Assert.Null(CellParser.Parse(new FieldDefinition("x", kind), text, out var cell));

        Assert.Equal(new Cell(text, number), cell);
        Assert.False(cell.IsMissing);
    }

    [Fact]
    public void Parse_Date_IsItsDayNumber()
    {
        Assert.Null(CellParser.Parse(new FieldDefinition("x", FieldKind.Date), "2024-02-29", out var cell));

        Assert.Equal(new DateOnly(2024, 2, 29), cell.Date);
    }

    [Theory]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.Number)]
    [InlineData(FieldKind.Date)]
    [InlineData(FieldKind.Boolean)]
    public void Parse_EmptyCell_IsMissing(FieldKind kind)
    {
        Assert.Null(CellParser.Parse(new FieldDefinition("x", kind), "", out var cell));

        Assert.True(cell.IsMissing);
    }

    [Theory]
    [InlineData(FieldKind.Number, "12,5", "un nombre (12.5)")]
    [InlineData(FieldKind.Number, "1 000", "un nombre (12.5)")]
    [InlineData(FieldKind.Number, "NaN", "un nombre (12.5)")]
    [InlineData(FieldKind.Number, "∞", "un nombre (12.5)")]
    [InlineData(FieldKind.Number, "1e999", "un nombre (12.5)")]
    [InlineData(FieldKind.Date, "29/02/2024", "une date (2027-04-27)")]
    [InlineData(FieldKind.Date, "2023-02-29", "une date (2027-04-27)")]
    [InlineData(FieldKind.Date, "2023-2-1", "une date (2027-04-27)")]
    [InlineData(FieldKind.Boolean, "True", "« true » ou « false »")]
    [InlineData(FieldKind.Boolean, "1", "« true » ou « false »")]
    [InlineData(FieldKind.Procedure, "oui", "« fait », « non_fait » ou « inconnu »")]
    public void Parse_BadCell_SaysWhatWasExpected(FieldKind kind, string text, string expected)
    {
        Assert.Equal($"la colonne « x » ne contient pas {expected}", CellParser.Parse(new FieldDefinition("x", kind), text, out var cell));
        Assert.True(cell.IsMissing);
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "la colonne « x » dépasse 500 caractères")]
    public void Parse_LongCell_IsRefusedBeyondTheLimit(int length, string? reason) =>
        Assert.Equal(reason, CellParser.Parse(new FieldDefinition("x", FieldKind.Text), new string('a', length), out _));
}
