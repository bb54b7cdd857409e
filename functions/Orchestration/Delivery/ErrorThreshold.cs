namespace Orchestration.Delivery;

/// <summary>When a send fails so often that it must pause itself and ask for a person.</summary>
public sealed class ErrorThreshold
{
    /// <summary>Fewer messages than this say nothing. Default: 20.</summary>
    public int Least { get; set; } = 20;

    /// <summary>Share of failures, from 0 to 1, beyond which the send pauses. Default: 0.10.</summary>
    public double Share { get; set; } = 0.10;

    public bool IsExceeded(int handedOver, int failed) => handedOver >= Least && failed > handedOver * Share;
}
