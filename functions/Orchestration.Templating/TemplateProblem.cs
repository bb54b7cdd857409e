namespace Orchestration.Templating;

/// <summary>Why a template is refused, for its author: in French, with the place and a way to mend it.</summary>
/// <param name="File">The file that holds the fault (an included one, perhaps).</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">Of the faulty text, in UTF-16 units.</param>
/// <param name="Code">Stable: <c>T0xx</c> characters, <c>T1xx</c> grammar, <c>T2xx</c> names, <c>T3xx</c> types, <c>T4xx</c>
/// places in HTML, <c>T5xx</c> includes.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record TemplateProblem(string File, int Line, int Column, int Length, string Code, string Message, string Mend)
{
    public override string ToString() => $"{File}({Line},{Column}): {Code} {Message} {Mend}";
}
