using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class DatamartSchemaTests
{
    [Fact]
    public void Parse_WhatToJsonWrote_IsTheSame()
    {
        var read = DatamartSchema.Parse(SomeDatamart.Schema.ToJson());

        Assert.Equal(SomeDatamart.Insured.Fields, read.Find(Population.Insured)!.Fields);
        Assert.Null(read.Find(Population.Staff));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "insured": [ { "name": "id", "kind": "couleur" } ] }""")]
    [InlineData("""{ "habitants": [ { "name": "id" } ] }""")]
    [InlineData("""{ "insured": [ { "name": "email", "kind": "text" } ] }""")]
    [InlineData("""{ "insured": [ { "name": "id", "kind": "text" }, { "name": "id", "kind": "text" } ] }""")]
    [InlineData("""{ "insured": [ { "name": "id", "kind": "text" }, { "kind": "text" } ] }""")]
    [InlineData("""{ "insured": null }""")]
    public void Parse_NotASchema_IsRefused(string json) =>
        Assert.StartsWith("schema.json", Assert.Throws<InvalidDatamartException>(() => DatamartSchema.Parse(BinaryData.FromString(json))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("id", FieldKind.Number)]
    [InlineData("naissance", FieldKind.Text)]
    [InlineData("email", FieldKind.Boolean)]
    [InlineData("mobile", FieldKind.Procedure)]
    public void Parse_WellKnownColumnOfAnotherKind_IsRefused(string column, FieldKind kind)
    {
        var fields = SomeDatamart.Insured.Fields.Select(field => field.Name == column ? field with { Kind = kind } : field).ToArray();
        var json = $"{{ \"insured\": [{string.Join(',', fields.Select(field => $"{{ \"name\": \"{field.Name}\", \"kind\": \"{field.Kind}\" }}"))}] }}";

        Assert.Contains(column, Assert.Throws<InvalidDatamartException>(() => DatamartSchema.Parse(BinaryData.FromString(json))).Message, StringComparison.Ordinal);
    }
}
