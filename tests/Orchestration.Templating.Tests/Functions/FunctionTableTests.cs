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
        Assert.Equal(new Result(Shape.ListOfText, IsOptional: false, FollowsFirst: true), signature.Result);
        Assert.Equal("f texte [entier] format [culture]", signature.Describe());
    }

    [Theory]
    [InlineData("f")]
    [InlineData("f x -> text")]
    [InlineData("f text -> x")]
    public void Parse_WrongSignature_Throws(string line) => Assert.Throws<FormatException>(() => Signature.Parse(line));
}
