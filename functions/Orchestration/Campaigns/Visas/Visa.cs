namespace Orchestration.Campaigns.Visas;

/// <summary>A validator's recorded decision on the content of one send.</summary>
/// <param name="ContentHash">The closure that was seen: template, layouts, images, manifest, senders, channels, criterion.</param>
/// <param name="Granted">False for a refusal.</param>
/// <param name="Validator">Who decided; never the author.</param>
/// <param name="Remark">As written.</param>
/// <param name="At">Business time.</param>
public sealed record Visa(string ContentHash, bool Granted, string Validator, string? Remark, DateTimeOffset At);
