using Orchestration.Templating.Expressions;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Expressions;

public class ExpressionParserTests
{
    [Theory]
    [InlineData("age >= 65 || (ald && age >= 18)", "(Or (GreaterOrEqual age 65) (And ald (GreaterOrEqual age 18)))")]
    [InlineData("profession in [\"infirmier\", 'pharmacien'] && email_amelipro", "(And (in profession \"infirmier\" \"pharmacien\") email_amelipro)")]
    [InlineData("vaccin_grippe.non_fait || vaccin_grippe.inconnu", "(Or vaccin_grippe.non_fait vaccin_grippe.inconnu)")]
    [InlineData("!(x in []) == true", "(Equal (Not (in x)) True)")]
    [InlineData("age in [1, 2] == ald", "(Equal (in age 1 2) ald)")]
    [InlineData("-1 + 2 * 3 // 4 - 5", "(Subtract (Add (Negate 1) (DivideInteger (Multiply 2 3) 4)) 5)")]
    [InlineData("a ?? b || c && d == e < f + g", "(Coalesce a (Or b (And c (Equal d (Less e (Add f g))))))")]
    [InlineData("mois(naissance, 1.50) | max 3", "(max| (mois naissance 1.50) 3)")]
    [InlineData("true # une remarque\n && \n false", "(And True False)")]
    [InlineData("il_y_a acte.date 30 > 2", "(il_y_a acte.date (Greater 30 2))")]
    [InlineData("null", "null")]
    public void Parse_Criterion_GivesItsTree(string text, string expected)
    {
        var parsed = ExpressionParser.Parse(text);
        Assert.Empty(parsed.Problems);
        Assert.Equal(expected, TreeDump.Of(parsed.Root!));
    }

    [Fact]
    public void Parse_SeveralLines_GivesSpansByLineAndColumn()
    {
        var root = Assert.IsType<BinaryExpression>(ExpressionParser.Parse("age > 3\n  && caisse.nom in ['a']").Root);
        var test = Assert.IsType<InExpression>(root.Right);
        Assert.Equal(new SourceSpan(10, 2, 2, 3), root.OperatorSpan);
        Assert.Equal(new SourceSpan(13, 19, 2, 6), test.Span);
        Assert.Equal(new SourceSpan(13, 10, 2, 6), Assert.IsType<PathExpression>(test.Operand).Span);
    }

    [Theory]
    [InlineData("", 1, 1, "T101")]
    [InlineData("age >", 1, 6, "T101")]
    [InlineData("age in 3", 1, 8, "T109")]
    [InlineData("age > 3 )", 1, 9, "T102")]
    [InlineData("(age > 3", 1, 1, "T103")]
    [InlineData("age\n= 3", 2, 1, "T102")]
    [InlineData("age > 'x", 1, 7, "T001")]
    [InlineData("$x > 3", 1, 1, "T101")]
    [InlineData("[1, 2]", 1, 1, "T101")]
    [InlineData("{a: 1}", 1, 1, "T101")]
    [InlineData("$\"a{b}\" == 'x'", 1, 1, "T101")]
    [InlineData("ald ? 1 : 2", 1, 5, "T102")]
    public void Parse_Faulty_TellsWhereAndWhy(string text, int line, int column, string code)
    {
        var parsed = ExpressionParser.Parse(text, "sends[2].audience");
        var problem = Assert.Single(parsed.Problems);
        Assert.Null(parsed.Root);
        Assert.Equal(("sends[2].audience", line, column, code), (problem.File, problem.Line, problem.Column, problem.Code));
    }
}
