using Orchestration.Templating.Functions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Tests.Functions;

public class FunctionTableTests
{
    [Fact]
    public void Find_EveryName_FitsACallAndIsNotRefused()
    {
        Assert.NotEmpty(FunctionTable.Names);
        Assert.All(FunctionTable.Names, name =>
        {
            Assert.Null(RefusedFunctions.Mend(name));
            Assert.InRange(FunctionTable.Find(name)!.Signature.Parameters.Count, 1, CallNode.MaxArguments);
        });
    }

    [Fact]
    public void Parse_Signature_ReadsEveryMark()
    {
        var signature = Signature.Parse("f text? [integer] 'format' ['culture'] -> list<text>?1");
        Assert.Equal(("f", 2), (signature.Name, signature.Required));
        Assert.Equal(
            [
                new Parameter("texte", Shape.Text, AcceptsNull: true, IsOptional: false, IsConstant: false),
                new Parameter("entier", Shape.Integer, AcceptsNull: false, IsOptional: true, IsConstant: false),
                new Parameter("format", Shape.Text, AcceptsNull: false, IsOptional: false, IsConstant: true),
                new Parameter("culture", Shape.Text, AcceptsNull: false, IsOptional: true, IsConstant: true),
            ],
            signature.Parameters);
        Assert.Equal(new Result(Shape.ListOfText, IsOptional: false, Follows: 1), signature.Result);
        Assert.Equal("f texte [entier] format [culture]", signature.Describe());
    }

    [Theory]
    [InlineData("text", "Text", false, 0)]
    [InlineData("T?", "T", true, 0)]
    [InlineData("T?2", "T", false, 2)]
    [InlineData("list<T?>", "ListOfOptionalT", false, 0)]
    [InlineData("list<T!>?1", "ListOfPresentT", false, 1)]
    public void Parse_Result_ReadsItsMarks(string word, string shape, bool isOptional, int follows) =>
        Assert.Equal(new Result(Enum.Parse<Shape>(shape), isOptional, follows), Signature.Parse($"f -> {word}").Result);

    [Theory]
    [InlineData("f")]
    [InlineData("f x -> text")]
    [InlineData("f text -> x")]
    public void Parse_WrongSignature_Throws(string line) => Assert.Throws<FormatException>(() => Signature.Parse(line));
}
