namespace Orchestration.Storage;

/// <summary>A document that must be there is not.</summary>
public sealed class MissingBlobException(string path) : Exception($"The blob '{path}' does not exist.");
