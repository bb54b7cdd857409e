using System.Globalization;
using Orchestration.Templating.Expressions;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Tests.Support;

/// <summary>Trees as text without their spans, to compare them.</summary>
internal static class TreeDump
{
    public static string Of(Expression expression) => expression switch
    {
        LiteralExpression { Value: null } => "null",
        LiteralExpression { Value: string text } => $"\"{text}\"",
        LiteralExpression literal => Convert.ToString(literal.Value, CultureInfo.InvariantCulture)!,
        PathExpression path => path.Path,
        LocalExpression local => $"${local.Name}",
        UnaryExpression unary => $"({unary.Operator} {Of(unary.Operand)})",
        BinaryExpression binary => $"({binary.Operator} {Of(binary.Left)} {Of(binary.Right)})",
        InExpression test => Node("in", [test.Operand, .. test.Items]),
        CallExpression call => Node(call.Function + (call.IsPiped ? "|" : ""), call.Arguments),
        ConditionalExpression choice => Node("?", [choice.Condition, choice.Then, choice.Else]),
        MemberExpression member => $"({(member.IsSafe ? "?." : ".")}{member.Name} {Of(member.Target)})",
        IndexExpression index => Node("[]", [index.Target, index.Index]),
        ListExpression list => Node("list", list.Items),
        ObjectExpression model =>
            $"(object {string.Join(' ', model.Members.Select(member => $"{member.Name}={Of(member.Value)}"))})",
        InterpolatedExpression text => $"($ {string.Join('|', text.Texts)} {string.Join(' ', text.Holes.Select(Of))})",
        _ => throw new ArgumentException($"No dump for {expression}."),
    };

    public static string Of(Block block) => string.Join('\n', block.Statements.Select(Of));

    private static string Of(Statement statement) => statement switch
    {
        RawStatement raw => $"raw <{raw.Text}>",
        PrintStatement print => $"print {Of(print.Value)}",
        AssignStatement assign => $"set {Of(assign.Target)} {Of(assign.Value)}",
        IfStatement choice => $"if {string.Join("elif ", choice.Branches.Select(Branch))}{Else(choice.Else)}end",
        CaseStatement choice => $"case {Of(choice.Subject)}\n{string.Concat(choice.Branches.Select(Branch))}{Else(choice.Else)}end",
        ForStatement loop => $"for {Header(loop)}\n{Of(loop.Body)}\n{Else(loop.Else)}end",
        BreakStatement => "break",
        ContinueStatement => "continue",
        CaptureStatement capture => $"capture {Of(capture.Target)}\n{Of(capture.Body)}\nend",
        IncludeStatement include => $"include {Of(include.Name)} {string.Join(' ', include.Arguments.Select(Argument))}",
        _ => throw new ArgumentException($"No dump for {statement}."),
    };

    private static string Branch(ConditionalBranch branch) => $"{Of(branch.Condition)}\n{Of(branch.Body)}\n";

    private static string Branch(WhenBranch branch) => $"{Node("when", branch.Values)}\n{Of(branch.Body)}\n";

    private static string Header(ForStatement loop) =>
        $"{Of(loop.Variable)} {Of(loop.Items)} {Option(loop.Options.Offset)} {loop.Options.IsReversed} {Option(loop.Options.Limit)}";

    private static string Argument(IncludeArgument argument) => $"{argument.Name}={Of(argument.Value)}";

    private static string Node(string name, IEnumerable<Expression> children) =>
        $"({string.Join(' ', children.Select(Of).Prepend(name))})";

    private static string Else(Block? block) => block is null ? "" : $"else\n{Of(block)}\n";

    private static string Option(Expression? value) => value is null ? "-" : Of(value);
}
