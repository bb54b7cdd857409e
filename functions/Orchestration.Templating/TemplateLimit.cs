namespace Orchestration.Templating;

/// <summary>What a rendering may not exceed. Nesting (100) is checked when the template is loaded, so it is not here.</summary>
public enum TemplateLimit
{
    /// <summary>
    /// 1 000 steps in one outermost loop, inner loops and lists gone through included; 1 000 items in a computed list.
    /// </summary>
    Loop,

    /// <summary>1 048 576 characters, in the output or in any one text on the way to it.</summary>
    Output,

    /// <summary>
    /// A number or a date outside what can be computed: 64-bit integers, decimals, years 1 to 9999, a division by zero.
    /// </summary>
    Number,

    /// <summary>250 ms in one regular expression.</summary>
    Regex,
}
