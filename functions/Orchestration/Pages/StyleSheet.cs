using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Pages;

/// <summary>A style, and the policy that lets a browser apply it and nothing else.</summary>
internal sealed class StyleSheet(string css)
{
    public string Css => css;

    public string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Hash(css)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Also lets a form post to the page's own address.</summary>
    public string PolicyWithForms => Policy.Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal);

    private static string Hash(string css) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
}
