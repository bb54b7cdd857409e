using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Activities;

/// <summary>An activity to run.</summary>
/// <param name="Row">Its sequence number in the store.</param>
/// <param name="Instance">The key of the instance that called it.</param>
/// <param name="InstanceId">The id of that instance.</param>
/// <param name="Task">The number of the step.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">Its input.</param>
internal sealed record ActivityWork(long Row, long Instance, string InstanceId, int Task, string Name, Payload Input);
