using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>string.*</c>: to other notations and to numbers, written as in France.</summary>
internal static class StringConversions
{
    private const NumberStyles Decimals = NumberStyles.Float | NumberStyles.AllowThousands;

    public static IReadOnlyList<Function> All { get; } =
    [
        new("string.base64_encode text? -> text", (a, _) => Value.Of(Limits.Check(Convert.ToBase64String(Utf8(a[0]))))),
        new("string.escape text? -> text?1", (a, _) =>
            Value.Of(a[0].Text is { } text ? Limits.Check(Quoting.Escape(text)) : null)),
        new("string.hmac_sha256 text? text? -> text", (a, _) => Hexadecimal(HMACSHA256.HashData(Utf8(a[1]), Utf8(a[0])))),
        new("string.hmac_sha512 text? text? -> text", (a, _) => Hexadecimal(HMACSHA512.HashData(Utf8(a[1]), Utf8(a[0])))),
        new("string.literal text? -> text?1", (a, _) =>
            Value.Of(a[0].Text is { } text ? Limits.Check($"\"{Quoting.Escape(text)}\"") : null)),
        new("string.sha256 text? -> text", (a, _) => Hexadecimal(SHA256.HashData(Utf8(a[0])))),
        new("string.sha512 text? -> text", (a, _) => Hexadecimal(SHA512.HashData(Utf8(a[0])))),
        new("string.to_double text? -> number?", (a, _) =>
            double.TryParse(a[0].Text, Decimals, French.Culture, out var number) ? Value.Of(number) : default),
        new("string.to_int text? -> integer?", (a, _) =>
            int.TryParse(a[0].Text, NumberStyles.Integer, French.Culture, out var number) ? Value.Of((long)number) : default),
    ];

    private static byte[] Utf8(Value text) => Encoding.UTF8.GetBytes(text.Text ?? "");

    private static Value Hexadecimal(byte[] hash) => Value.Of(Convert.ToHexStringLower(hash));
}
