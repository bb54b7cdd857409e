namespace Orchestration.Messages.Library;

/// <summary>Which version of the library is published.</summary>
/// <param name="Hash">Of its files.</param>
public sealed record LibraryPointer(string Hash);
