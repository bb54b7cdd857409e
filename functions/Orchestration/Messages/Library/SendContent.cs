namespace Orchestration.Messages.Library;

/// <summary>The content of a send as the library has it now.</summary>
/// <param name="Hash">Of the whole closure; a visa is bound to it.</param>
/// <param name="Author">Cannot give the visa.</param>
/// <param name="Fields">Of the datamart, that the template prints, in its order.</param>
public sealed record SendContent(string Hash, string Author, IReadOnlyList<string> Fields);
