using Orchestration.Templating.Fields;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Fields;

public class FieldValuesTests
{
    [Fact]
    public void Set_EveryType_IsReadBackAndRendered()
    {
        var values = Some.Values();
        var caisse = new FieldValues(Some.Caisse);
        caisse.SetText(0, "CPAM");
        values.SetText(Some.Schema.Ordinal("nom"), "Durand");
        values.SetInteger(Some.Schema.Ordinal("age"), 3);
        values.SetNumber(Some.Schema.Ordinal("montant"), 1.10m);
        values.SetBoolean(Some.Schema.Ordinal("ald"), false);
        values.SetDate(Some.Schema.Ordinal("envoi"), new DateOnly(2027, 1, 2));
        values.SetObject(Some.Schema.Ordinal("caisse"), caisse);
        values.SetList(Some.Schema.Ordinal("mots"), ["a", "b"]);
        Assert.Equal("Durand 3 1,10 false samedi 2 janvier 2027 CPAM a-b", Some.Render(
            Some.CompileText(
                "{{ nom }} {{ age }} {{ montant }} {{ ald }} {{ envoi }} {{ caisse.nom }} {{ mots | array.join '-' }}"), values));
        Assert.Equal(
            ["Durand", 3L, 1.10m, false, new DateTime(2027, 1, 2)], new[] { "nom", "age", "montant", "ald", "envoi" }.Select(
                name => values.Get(Some.Schema.Ordinal(name))));
        Assert.Equal(
            ["a", "b"], Assert.IsType<IReadOnlyList<object?>>(values.Get(Some.Schema.Ordinal("mots")), exactMatch: false));
    }

    [Fact]
    public void Clear_Values_LeavesNothingOfTheFormerRecipient()
    {
        var values = Some.Values();
        values.Clear();
        Assert.All(Some.Schema.Fields, field => Assert.Null(values.Get(field.Ordinal)));
    }

    [Fact]
    public void Set_AnotherType_NamesTheField()
    {
        var values = new FieldValues(Some.Schema);
        Assert.Contains(
            "'age'", Assert.Throws<ArgumentException>(
                () => values.SetText(Some.Schema.Ordinal("age"), "3")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => values.SetObject(Some.Schema.Ordinal("caisse"), new FieldValues(Some.Article)));
        Assert.Throws<ArgumentException>(() => values.SetList(Some.Schema.Ordinal("mots"), [1L]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a.b")]
    public void Schema_WhatIsNoName_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new FieldSchema((name, FieldType.Text)));

    [Fact]
    public void Schema_NameTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new FieldSchema(("a", FieldType.Text), ("a", FieldType.Date)));

    [Fact]
    public void Schema_SameFieldsInTheSameOrder_AreEqual()
    {
        static FieldSchema Schema(FieldType type) =>
            new(("a", FieldType.ListOf(FieldType.ObjectOf(new FieldSchema(("b", type))))));
        Assert.Equal(Schema(FieldType.Text), Schema(FieldType.Text));
        Assert.NotEqual(Schema(FieldType.Text), Schema(FieldType.Text.Optional()));
    }
}
