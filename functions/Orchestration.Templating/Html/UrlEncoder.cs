using System.Buffers;
using System.Text;

namespace Orchestration.Templating.Html;

/// <summary>Makes texts safe in addresses. What comes out has no quote and no angle bracket, but may have <c>&amp;</c>.</summary>
internal static class UrlEncoder
{
    /// <summary>What a refused address becomes: a link that leads nowhere.</summary>
    public const string Refused = "#";

    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";

    private static readonly SearchValues<char> Escapable = SearchValues.Create(Unreserved + Reserved);
    private static readonly SearchValues<char> Whole = SearchValues.Create(Unreserved + Reserved + "%");
    private static readonly SearchValues<char> Address = SearchValues.Create(Unreserved + "@+,;");

    /// <summary>
    /// An address whose scheme is https, mailto or tel, with what is already encoded kept; any other becomes <c>#</c>.
    /// </summary>
    public static string EncodeWhole(string text)
    {
        var address = text.AsSpan().Trim();
        return HasAllowedScheme(address) ? Encode(address, Whole) : Refused;
    }

    /// <summary>One component: nothing in it can end it.</summary>
    public static string EncodeComponent(string text) => Uri.EscapeDataString(text);

    /// <summary>What stands after <c>mailto:</c> or <c>tel:</c>; it cannot begin a query.</summary>
    public static string EncodeAddress(string text) => Encode(text, Address);

    /// <summary>As Scriban's <c>html.url_escape</c>: reserved characters stay.</summary>
    public static string Escape(string text) => Encode(text, Escapable);

    private static bool HasAllowedScheme(ReadOnlySpan<char> address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    private static string Encode(ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        if (!text.ContainsAnyExcept(kept)) return text.ToString();
        var encoded = new StringBuilder(text.Length + 16);
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAnyExcept(kept) is var first and >= 0 ? first : text.Length;
            encoded.Append(text[..length]);
            text = text[length..];
            length = text.IndexOfAny(kept) is var next and >= 0 ? next : text.Length;
            encoded.Append(EncodeComponent(text[..length].ToString()));
            text = text[length..];
        }

        return encoded.ToString();
    }
}
