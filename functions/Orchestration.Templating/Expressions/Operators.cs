namespace Orchestration.Templating.Expressions;

public enum UnaryOperator
{
    Not,
    Negate,
    Plus,
}

/// <summary>The operators between two operands, as Scriban writes them.</summary>
public enum BinaryOperator
{
    /// <summary><c>??</c>: the left value, or the right one when it is null.</summary>
    Coalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,

    /// <summary><c>/</c>: 7 / 2 is 3.5.</summary>
    Divide,

    /// <summary><c>//</c>: 7 // 2 is 3.</summary>
    DivideInteger,
    Modulo,

    /// <summary><c>1..5</c>, both ends included.</summary>
    Range,

    /// <summary><c>1..&lt;5</c>, the last end excluded.</summary>
    RangeExclusive,
}
