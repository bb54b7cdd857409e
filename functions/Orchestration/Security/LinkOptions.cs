using Microsoft.Extensions.Options;

namespace Orchestration.Security;

/// <summary>Section <c>Links</c> of the settings.</summary>
public sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>Where recipients reach the app, https; never the bound port.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The key that signs new links: a name of <see cref="Keys"/>, one character.</summary>
    public string CurrentKey { get; set; } = "";

    /// <summary>Secret keys in Base64 by their one-character name; older ones stay as long as their links must work.</summary>
    public Dictionary<string, string> Keys { get; } = [];
}

internal sealed class LinkOptionsValidator : IValidateOptions<LinkOptions>
{
    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        var problems = new List<string>();
        if (!Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || options.PublicBaseUrl.EndsWith('/'))
            problems.Add($"The setting {LinkOptions.Section}:PublicBaseUrl must be an https address without a final slash.");
        if (options.CurrentKey.Length != 1 || !options.Keys.ContainsKey(options.CurrentKey))
            problems.Add($"The setting {LinkOptions.Section}:CurrentKey must be one character, a name under {LinkOptions.Section}:Keys.");
        problems.AddRange(options.Keys
            .Where(key => key.Key is not [var name] || !char.IsAsciiLetterOrDigit(name) || !Convert.TryFromBase64String(key.Value, new byte[key.Value.Length], out var length) || length < 32)
            .Select(key => $"The setting {LinkOptions.Section}:Keys:{key.Key} must have a name of one letter or digit and 32 random bytes or more, in Base64."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
