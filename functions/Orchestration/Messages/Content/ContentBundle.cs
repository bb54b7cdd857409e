using System.Collections.Immutable;
using System.Text.Json;
using Orchestration.Messages.Templates;

namespace Orchestration.Messages.Content;

/// <summary>
/// Everything that a visa covers, and all that rendering uses: the template's files, with its manifest, senders and images; those of
/// the layouts it includes; the channels in their order of preference; the criterion and the profiles that it names.
/// </summary>
/// <param name="Template">Template id, <c>national/ror-invitation</c>.</param>
/// <param name="Files">Path below <c>templates/</c> to bytes.</param>
/// <param name="Channels">Of the send, in order of preference.</param>
/// <param name="Criterion">Whom the send selects.</param>
/// <param name="Profiles">Name to expression, of the profiles that the criterion uses.</param>
public sealed record ContentBundle(
    string Template,
    ImmutableSortedDictionary<string, byte[]> Files,
    IReadOnlyList<Channel> Channels,
    string Criterion,
    ImmutableSortedDictionary<string, string> Profiles)
{
    /// <param name="package">A template that may be used.</param>
    /// <param name="channels">Of the send, in order of preference; each one that the template offers.</param>
    /// <param name="criterion">Whom the send selects.</param>
    /// <param name="profiles">Those that the criterion uses.</param>
    /// <exception cref="ArgumentException">The template does not offer a channel.</exception>
    public static ContentBundle Create(
        TemplatePackage package, IReadOnlyList<Channel> channels, string criterion, IReadOnlyDictionary<string, string> profiles)
    {
        if (channels.Count == 0 || channels.Except(package.Manifest.Channels).Any())
        {
            throw new ArgumentException($"Template '{package.Manifest.Id}' does not offer every channel of the send.", nameof(channels));
        }

        var files = package.Layouts
            .SelectMany(layout => InFolder(layout.Id, layout.Files))
            .Concat(InFolder(package.Manifest.Id, package.Files));
        return new ContentBundle(
            package.Manifest.Id,
            files.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. channels],
            criterion,
            profiles.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <exception cref="JsonException">The text is not a bundle.</exception>
    public static ContentBundle FromJson(ReadOnlySpan<byte> json)
    {
        var bundle = JsonSerializer.Deserialize(json, ContentJsonContext.Default.ContentBundle)
            ?? throw new JsonException("A bundle is null.");

        // The serializer compares names by culture: two paths could be one, or stand in another order.
        return bundle with
        {
            Files = bundle.Files.WithComparers(StringComparer.Ordinal),
            Profiles = bundle.Profiles.WithComparers(StringComparer.Ordinal),
        };
    }

    /// <summary>The same bundle gives the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ContentJsonContext.Default.ContentBundle);

    /// <summary>sha256 of <see cref="CanonicalContent"/>, lower-case hexadecimal.</summary>
    public string ComputeHash() => CanonicalContent.Hash(this);

    private static IEnumerable<KeyValuePair<string, byte[]>> InFolder(string folder, IReadOnlyDictionary<string, byte[]> files) =>
        files.Select(file => KeyValuePair.Create($"{folder}/{file.Key}", file.Value));
}
