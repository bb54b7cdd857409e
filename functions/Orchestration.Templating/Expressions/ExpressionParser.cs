using Orchestration.Templating.Problems;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Expressions;

/// <summary>
/// Parses the expressions of audience criteria: the expression part of the template language plus <c>x in [..]</c>. Names and
/// types are the caller's affair, and so is the meaning of operators on missing values.
/// </summary>
public static class ExpressionParser
{
    /// <param name="text">One expression; it may span several lines and hold <c># comments</c>.</param>
    /// <param name="name">What problems call the source.</param>
    public static ParsedExpression Parse(string text, string name = "critère")
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(text);
        var problems = new ProblemList(name);
        var tokens = CodeLexer.ReadExpression(source, problems);
        var root = new ExpressionGrammar(new TokenStream(tokens), problems, Dialect.Criteria).ParseWhole();
        return new ParsedExpression(problems.IsEmpty ? root : null, problems.Items);
    }
}
