using System.Globalization;
using System.Text;
using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>
/// Writes expressions so that they can only be read one way, here and in Scriban: every operand that is not a single word is put
/// in parentheses.
/// </summary>
internal sealed class Printer(StringBuilder output)
{
    public static string Print(Expression expression)
    {
        var output = new StringBuilder();
        new Printer(output).Write(expression);
        return output.ToString();
    }

    public void Write(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression { Value: string text }: WriteText(text); break;
            case LiteralExpression literal: output.Append(Constant(literal.Value)); break;
            case PathExpression path: output.Append(path.Path); break;
            case LocalExpression local: output.Append('$').Append(local.Name); break;
            case UnaryExpression unary: WriteUnary(unary); break;
            case BinaryExpression binary: WriteBinary(binary); break;
            case ConditionalExpression conditional: WriteConditional(conditional); break;
            case MemberExpression member: WriteMember(member); break;
            case IndexExpression index: WriteIndex(index); break;
            case ListExpression list: WriteList(list.Items); break;
            case ObjectExpression model: WriteObject(model); break;
            case InterpolatedExpression interpolated: WriteInterpolated(interpolated); break;
            case CallExpression call: WriteCall(call); break;
            case InExpression membership: WriteMembership(membership); break;
            default: throw new ArgumentException($"A {expression.GetType().Name} has no text.", nameof(expression));
        }
    }

    /// <summary>An expression that cannot be split by what stands beside it.</summary>
    public void WriteOperand(Expression operand)
    {
        var isWord = operand is LiteralExpression or PathExpression or LocalExpression or MemberExpression or IndexExpression
            or ListExpression or InterpolatedExpression;
        if (isWord) Write(operand);
        else WriteGroup(operand);
    }

    private void WriteGroup(Expression inner)
    {
        output.Append('(');
        Write(inner);
        output.Append(')');
    }

    private void WriteUnary(UnaryExpression unary)
    {
        output.Append(Precedence.Sign(unary.Operator));
        WriteOperand(unary.Operand);
    }

    private void WriteBinary(BinaryExpression binary)
    {
        WriteOperand(binary.Left);
        var isRange = binary.Operator is BinaryOperator.Range or BinaryOperator.RangeExclusive;
        output.Append(isRange ? "" : " ").Append(Precedence.Sign(binary.Operator)).Append(isRange ? "" : " ");
        WriteOperand(binary.Right);
    }

    private void WriteConditional(ConditionalExpression conditional)
    {
        WriteOperand(conditional.Condition);
        output.Append(" ? ");
        WriteOperand(conditional.Then);
        output.Append(" : ");
        WriteOperand(conditional.Else);
    }

    private void WriteMember(MemberExpression member)
    {
        WriteOperand(member.Target);
        output.Append(member.IsSafe ? "?." : ".").Append(member.Name);
    }

    private void WriteIndex(IndexExpression index)
    {
        // After anything else Scriban takes the bracket for the start of an argument.
        if (index.Target is PathExpression or LocalExpression or MemberExpression or IndexExpression) Write(index.Target);
        else WriteGroup(index.Target);
        output.Append('[');
        Write(index.Index);
        output.Append(']');
    }

    private void WriteList(IReadOnlyList<Expression> items)
    {
        output.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.Append(", ");
            WriteOperand(items[i]);
        }

        output.Append(']');
    }

    private void WriteObject(ObjectExpression model)
    {
        output.Append('{');
        for (var i = 0; i < model.Members.Count; i++)
        {
            output.Append(i > 0 ? ", " : "").Append(model.Members[i].Name).Append(": ");
            WriteOperand(model.Members[i].Value);
        }

        output.Append('}');
    }

    private void WriteInterpolated(InterpolatedExpression interpolated)
    {
        output.Append("$\"").Append(Escape(interpolated.Texts[0], isInterpolated: true));
        for (var i = 0; i < interpolated.Holes.Count; i++)
        {
            output.Append('{');
            WriteOperand(interpolated.Holes[i]);
            output.Append('}').Append(Escape(interpolated.Texts[i + 1], isInterpolated: true));
        }

        output.Append('"');
    }

    private void WriteCall(CallExpression call)
    {
        if (call.IsPiped)
        {
            if (call.Arguments[0] is CallExpression { IsPiped: true } chained) Write(chained);
            else WriteOperand(call.Arguments[0]);
            output.Append(" | ");
        }

        output.Append(call.Function);
        if (call.Arguments.Count == 0) output.Append("()");
        foreach (var argument in call.Arguments.Skip(call.IsPiped ? 1 : 0))
        {
            output.Append(' ');
            WriteOperand(argument);
        }
    }

    private void WriteMembership(InExpression membership)
    {
        WriteOperand(membership.Operand);
        output.Append(" in ");
        WriteList(membership.Items);
    }

    private void WriteText(string text) => output.Append('"').Append(Escape(text, isInterpolated: false)).Append('"');

    private static string Constant(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value} is no constant.", nameof(value)),
    };

    private static string Escape(string text, bool isInterpolated)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or '"' => escaped.Append('\\').Append(c),
                '{' when isInterpolated => escaped.Append("\\{"),
                '\n' => escaped.Append("\\n"),
                < ' ' => escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
