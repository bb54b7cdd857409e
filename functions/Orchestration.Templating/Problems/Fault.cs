namespace Orchestration.Templating.Problems;

/// <summary>A problem without its place. Source code stands between backquotes.</summary>
internal readonly record struct Fault(string Code, string Message, string Mend);
