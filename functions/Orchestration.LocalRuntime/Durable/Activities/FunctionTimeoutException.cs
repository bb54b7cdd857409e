namespace Orchestration.LocalRuntime.Durable.Activities;

/// <summary>An activity took longer than the function timeout.</summary>
public sealed class FunctionTimeoutException(string message) : Exception(message);
