namespace Orchestration.Local.Demo;

/// <summary>The demo cannot go on. The message is in French and says why.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
