namespace Orchestration.Templating.Syntax;

internal enum TokenKind
{
    /// <summary>Text outside code, whitespace control applied; its value is that text.</summary>
    Raw,
    CodeEnter,
    CodeExit,

    /// <summary>A line end in code, or a semicolon.</summary>
    NewLine,
    End,

    Name,

    /// <summary><c>$x</c>; its value is the name without the dollar.</summary>
    Local,

    /// <summary>A number or a text; its value is the constant.</summary>
    Literal,

    /// <summary>The pieces of <c>$"a{x}b{y}c"</c>: a, b, c.</summary>
    InterpolationStart,
    InterpolationMiddle,
    InterpolationEnd,

    Plus,
    Minus,
    Star,
    Slash,
    DoubleSlash,
    Percent,
    DoubleEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Not,
    Coalesce,
    Range,
    RangeExclusive,
    Question,
    SafeDot,
    Dot,
    Pipe,
    Comma,
    Colon,
    Equal,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
}
