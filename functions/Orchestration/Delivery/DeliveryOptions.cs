using Microsoft.Extensions.Options;

namespace Orchestration.Delivery;

/// <summary>Section <c>Delivery</c> of the settings.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>After how many messages control and suppressions are read again and progress is recorded, from 1 to 500. Default: 50.</summary>
    public int ChunkSize { get; set; } = 50;

    /// <summary>When a send pauses itself.</summary>
    public ErrorThreshold ErrorThreshold { get; set; } = new();
}

internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    /// <summary>More would let an opposition or a stop wait too long, and leave too many messages uncertain after a crash.</summary>
    private const int LargestChunk = 500;

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var problems = new List<string>();
        if (options.ChunkSize is < 1 or > LargestChunk)
            problems.Add($"The setting {DeliveryOptions.Section}:ChunkSize must be from 1 to {LargestChunk}.");
        if (options.ErrorThreshold.Least < 1)
            problems.Add($"The setting {DeliveryOptions.Section}:ErrorThreshold:Least must be 1 or more.");
        if (options.ErrorThreshold.Share is not (>= 0 and <= 1))
            problems.Add($"The setting {DeliveryOptions.Section}:ErrorThreshold:Share must be from 0 to 1.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
