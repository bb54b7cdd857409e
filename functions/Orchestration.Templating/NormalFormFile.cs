namespace Orchestration.Templating;

/// <summary>One file in normal form: Scriban text in which every printed expression ends in a function of the prelude.</summary>
/// <param name="Name">What <c>include</c> calls it in the other files. A file included with arguments of other types is another
/// file, <c>name#2</c>, when that changes its text.</param>
/// <param name="Text">The text, ready for Scriban.</param>
public sealed record NormalFormFile(string Name, string Text);
