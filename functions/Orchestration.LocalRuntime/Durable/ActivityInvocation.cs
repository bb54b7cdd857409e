namespace Orchestration.LocalRuntime.Durable;

/// <summary>One call of an activity.</summary>
/// <param name="Name">The activity's name.</param>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="Input">Deserialized to the registered type; null when the activity has no input.</param>
/// <param name="Cancellation">Cancelled when the function's time is over, and when a stop has waited long enough.</param>
public sealed record ActivityInvocation(string Name, string InstanceId, object? Input, CancellationToken Cancellation);
