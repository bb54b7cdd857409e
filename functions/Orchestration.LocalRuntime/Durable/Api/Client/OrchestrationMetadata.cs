using System.Collections.Immutable;

namespace Microsoft.DurableTask.Client;

/// <summary>The state of an instance at the moment when it was read.</summary>
public sealed class OrchestrationMetadata
{
    private const int ShownPayloadLength = 50;

    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    public string Name { get; }

    public string InstanceId { get; }

    /// <summary>Null when inputs and outputs were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedInput { get; init; }

    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How the instance failed; null when it did not, or when outputs were not asked for.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Converter.Deserialize<T>(SerializedInput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadOutputAs<T>() => Converter.Deserialize<T>(SerializedOutput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadCustomStatusAs<T>() => Converter.Deserialize<T>(SerializedCustomStatus);

    public override string ToString()
    {
        var text = $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, "
            + $"LastUpdatedAt: {LastUpdatedAt:s}{Shown("Input", SerializedInput)}{Shown("Output", SerializedOutput)}";
        return FailureDetails is null
            ? text + "]"
            : $"{text}, FailureDetails: '{FailureDetails.ErrorType} - {Shortened(FailureDetails.ErrorMessage)}']";
    }

    private DataConverter Converter => DataConverter
        ?? throw new InvalidOperationException("This metadata was read without inputs and outputs: ask for them with getInputsAndOutputs.");

    private static string Shown(string name, string? payload) => payload is null ? "" : $", {name}: '{Shortened(payload)}'";

    private static string Shortened(string payload) =>
        payload.Length > ShownPayloadLength ? payload[..ShownPayloadLength] + "..." : payload;
}
