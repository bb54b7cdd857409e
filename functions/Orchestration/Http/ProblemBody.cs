using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Orchestration.Http;

/// <summary>Problem details (RFC 9457), in French.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Names the kind of problem, always in the same words.</param>
/// <param name="Detail">What happened this time, and what to do.</param>
public sealed record ProblemBody(int Status, string Title, string Detail)
{
    /// <summary>Names the kind for programs: <c>/problems/envoi-inconnu</c>, its title without accents.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => $"/problems/{Slug(Title)}";

    /// <summary>Path of the request that was refused.</summary>
    public string? Instance { get; init; }

    /// <summary>Each fault of the request; absent where there is but one thing to say.</summary>
    public IReadOnlyList<Fault>? Errors { get; init; }

    /// <summary>What this kind of problem says beside the standard members (RFC 9457, 3.2).</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? Members { get; init; }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
