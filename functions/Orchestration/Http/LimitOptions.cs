using Microsoft.Extensions.Options;

namespace Orchestration.Http;

/// <summary>Section <c>Http</c>: how often one caller may call, in each process of the app. Beyond it, 429 with <c>Retry-After</c>.</summary>
public sealed class LimitOptions
{
    public const string Section = "Http";

    /// <summary>GET and HEAD a minute of one key; as many at once after a quiet minute.</summary>
    public int ReadsPerMinute { get; set; } = 600;

    /// <summary>Other requests a minute of one key.</summary>
    public int WritesPerMinute { get; set; } = 300;

    /// <summary>Requests without a valid key a minute of one address; IPv6 addresses of one /64 count together.</summary>
    public int FailuresPerMinute { get; set; } = 60;
}

/// <summary>None of them may be zero: nobody could call.</summary>
internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitOptions options) =>
        options.ReadsPerMinute < 1 || options.WritesPerMinute < 1 || options.FailuresPerMinute < 1
            ? ValidateOptionsResult.Fail($"Every limit of the section '{LimitOptions.Section}' is at least 1.")
            : ValidateOptionsResult.Success;
}
