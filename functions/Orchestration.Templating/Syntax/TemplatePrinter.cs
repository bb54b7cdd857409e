using System.Text;
using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>Writes whole templates, one statement a block, without whitespace control: it is already applied.</summary>
internal sealed class TemplatePrinter
{
    private readonly StringBuilder _output = new();
    private readonly Printer _expressions;
    private readonly Func<Statement, string?> _includeName;

    /// <param name="includeName">The name to write for an include; null for the one it holds.</param>
    private TemplatePrinter(Func<Statement, string?> includeName)
    {
        _expressions = new Printer(_output);
        _includeName = includeName;
    }

    public static string Print(Block block, Func<Statement, string?>? includeName = null)
    {
        var printer = new TemplatePrinter(includeName ?? (_ => null));
        printer.Write(block);
        return printer._output.ToString();
    }

    private void Write(Block block)
    {
        foreach (var statement in block.Statements) Write(statement);
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case RawStatement raw: WriteRaw(raw.Text); break;
            case PrintStatement print: WriteCode("", print.Value); break;
            case AssignStatement assign: WriteAssign(assign); break;
            case IfStatement choice: WriteIf(choice); break;
            case CaseStatement choice: WriteCase(choice); break;
            case ForStatement loop: WriteFor(loop); break;
            case BreakStatement: WriteCode("break"); break;
            case ContinueStatement: WriteCode("continue"); break;
            case CaptureStatement capture: WriteBlock("capture ", capture.Target, capture.Body); break;
            case IncludeStatement include: WriteInclude(include); break;
            default: throw new ArgumentException($"A {statement.GetType().Name} has no text.", nameof(statement));
        }
    }

    /// <summary>A brace that would open code beside what follows it gets an escape block of its own.</summary>
    private void WriteRaw(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var opensCode = text[i] == '{' && (i == text.Length - 1 || text[i + 1] is '{' or '%');
            _output.Append(opensCode ? "{%{{}%}" : text[i].ToString());
        }
    }

    private void WriteCode(string words, Expression? expression = null)
    {
        _output.Append("{{ ").Append(words);
        if (expression is not null) _expressions.Write(expression);
        _output.Append(" }}");
    }

    private void WriteAssign(AssignStatement assign)
    {
        _output.Append("{{ ");
        _expressions.Write(assign.Target);
        _output.Append(" = ");
        _expressions.Write(assign.Value);
        _output.Append(" }}");
    }

    private void WriteBlock(string words, Expression expression, Block body)
    {
        WriteCode(words, expression);
        Write(body);
        WriteCode("end");
    }

    private void WriteElse(Block? otherwise)
    {
        if (otherwise is null) return;
        WriteCode("else");
        Write(otherwise);
    }

    private void WriteIf(IfStatement choice)
    {
        for (var i = 0; i < choice.Branches.Count; i++)
        {
            WriteCode(i == 0 ? "if " : "else if ", choice.Branches[i].Condition);
            Write(choice.Branches[i].Body);
        }

        WriteElse(choice.Else);
        WriteCode("end");
    }

    private void WriteCase(CaseStatement choice)
    {
        WriteCode("case ", choice.Subject);
        foreach (var branch in choice.Branches)
        {
            _output.Append("{{ when ");
            for (var i = 0; i < branch.Values.Count; i++)
            {
                if (i > 0) _output.Append(", ");
                _expressions.WriteOperand(branch.Values[i]);
            }

            _output.Append(" }}");
            Write(branch.Body);
        }

        WriteElse(choice.Else);
        WriteCode("end");
    }

    private void WriteFor(ForStatement loop)
    {
        _output.Append("{{ for ");
        _expressions.Write(loop.Variable);
        _output.Append(" in ");
        _expressions.WriteOperand(loop.Items);
        WriteNamed("offset", loop.Options.Offset);
        if (loop.Options.IsReversed) _output.Append(" reversed");
        WriteNamed("limit", loop.Options.Limit);
        _output.Append(" }}");
        Write(loop.Body);
        WriteElse(loop.Else);
        WriteCode("end");
    }

    private void WriteInclude(IncludeStatement include)
    {
        _output.Append("{{ include ");
        _expressions.WriteOperand(_includeName(include) is { } name ? new LiteralExpression(name, include.Span) : include.Name);
        foreach (var argument in include.Arguments) WriteNamed(argument.Name, argument.Value);
        _output.Append(" }}");
    }

    private void WriteNamed(string name, Expression? value)
    {
        if (value is null) return;
        _output.Append(' ').Append(name).Append(": ");
        _expressions.WriteOperand(value);
    }
}
