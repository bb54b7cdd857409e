using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary>How tightly each operator binds: Scriban's own numbers. Equal precedences group from the left.</summary>
internal static class Precedence
{
    public const int Or = 30;
    public const int Comparison = 80;
    public const int Unary = 200;

    public static bool TryGet(TokenKind kind, out BinaryOperator op, out int precedence)
    {
        (op, precedence) = kind switch
        {
            TokenKind.Coalesce => (BinaryOperator.Coalesce, 20),
            TokenKind.Or => (BinaryOperator.Or, Or),
            TokenKind.And => (BinaryOperator.And, 40),
            TokenKind.DoubleEqual => (BinaryOperator.Equal, 70),
            TokenKind.NotEqual => (BinaryOperator.NotEqual, 70),
            TokenKind.Less => (BinaryOperator.Less, Comparison),
            TokenKind.LessOrEqual => (BinaryOperator.LessOrEqual, Comparison),
            TokenKind.Greater => (BinaryOperator.Greater, Comparison),
            TokenKind.GreaterOrEqual => (BinaryOperator.GreaterOrEqual, Comparison),
            TokenKind.Plus => (BinaryOperator.Add, 100),
            TokenKind.Minus => (BinaryOperator.Subtract, 100),
            TokenKind.Star => (BinaryOperator.Multiply, 110),
            TokenKind.Slash => (BinaryOperator.Divide, 110),
            TokenKind.DoubleSlash => (BinaryOperator.DivideInteger, 110),
            TokenKind.Percent => (BinaryOperator.Modulo, 110),
            TokenKind.Range => (BinaryOperator.Range, 130),
            TokenKind.RangeExclusive => (BinaryOperator.RangeExclusive, 130),
            _ => (default, 0),
        };
        return precedence > 0;
    }

    /// <summary>As written in a template.</summary>
    public static string Sign(BinaryOperator op) => op switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideInteger => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Range => "..",
        BinaryOperator.RangeExclusive => "..<",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    public static string Sign(UnaryOperator op) => op switch
    {
        UnaryOperator.Not => "!",
        UnaryOperator.Negate => "-",
        UnaryOperator.Plus => "+",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };
}
