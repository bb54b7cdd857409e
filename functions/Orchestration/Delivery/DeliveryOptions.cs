namespace Orchestration.Delivery;

/// <summary>Section <c>Delivery</c> of the settings.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>After how many messages control and suppressions are read again and progress is recorded. Default: 50.</summary>
    public int ChunkSize { get; set; } = 50;

    /// <summary>When a send pauses itself.</summary>
    public ErrorThreshold ErrorThreshold { get; set; } = new();
}
