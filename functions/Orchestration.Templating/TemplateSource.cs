namespace Orchestration.Templating;

/// <summary>One file of template text.</summary>
/// <param name="Name">The name that <c>include</c> and problems use, such as <c>layouts/courriel</c>.</param>
/// <param name="Text">The text as its author wrote it.</param>
/// <param name="Kind">HTML or plain text; a file includes only files of its own kind.</param>
/// <param name="IsLayout">A file of <c>templates/layouts</c>: the only place where <c>raw</c> is legal.</param>
public sealed record TemplateSource(string Name, string Text, TemplateKind Kind, bool IsLayout = false);
