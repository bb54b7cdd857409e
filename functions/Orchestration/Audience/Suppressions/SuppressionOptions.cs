using Microsoft.Extensions.Options;

namespace Orchestration.Audience.Suppressions;

/// <summary>Section <c>Suppressions</c> of the settings.</summary>
public sealed class SuppressionOptions
{
    public const string Section = "Suppressions";

    /// <summary>Secret key of the hashes, in Base64, 32 bytes or more. It must never change: the hashes of years hang on it.</summary>
    public string Key { get; set; } = "";
}

internal sealed class SuppressionOptionsValidator : IValidateOptions<SuppressionOptions>
{
    private const int LeastBytes = 32;

    public ValidateOptionsResult Validate(string? name, SuppressionOptions options) =>
        Convert.TryFromBase64String(options.Key, new byte[options.Key.Length], out var length) && length >= LeastBytes
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The setting {SuppressionOptions.Section}:Key must be {LeastBytes} random bytes or more, in Base64.");
}
