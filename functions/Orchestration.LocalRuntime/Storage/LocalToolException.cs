namespace Orchestration.LocalRuntime.Storage;

/// <summary>A tool beside .NET is missing or did not do its work. The message says what to do about it.</summary>
public sealed class LocalToolException(string message, Exception? inner = null) : Exception(message, inner);
