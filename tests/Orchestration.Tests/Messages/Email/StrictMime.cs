using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Orchestration.Tests.Messages.Email;

/// <summary>
/// A reader of .eml bytes written from RFC 5322, 2045, 2046 and 2047 alone: it accepts nothing that they forbid, and shares no code with the writer.
/// </summary>
internal sealed partial class StrictMime
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private StrictMime(IReadOnlyList<(string Name, string Value)> headers, IReadOnlyList<StrictPart> parts) => (Headers, Parts) = (headers, parts);

    /// <summary>In order, unfolded, not decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public IReadOnlyList<StrictPart> Parts { get; }

    public string Header(string name) => Assert.Single(Headers, header => header.Name == name).Value;

    public string Decoded(string name) => DecodeWords(Header(name));

    public static StrictMime Parse(byte[] eml)
    {
        Assert.All(eml, value => Assert.InRange(value, (byte)0x09, (byte)0x7E));
        var text = Encoding.ASCII.GetString(eml);
        Assert.DoesNotMatch(BareLineEnd(), text);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));

        var (headers, body) = ReadHeaders(text);
        Assert.Equal("1.0", headers.Single(header => header.Name == "MIME-Version").Value);
        var type = MultipartType().Match(headers.Single(header => header.Name == "Content-Type").Value);
        Assert.True(type.Success);
        Assert.InRange(type.Groups["boundary"].Length, 1, 70);
        return new StrictMime(headers, ReadParts(body, type.Groups["boundary"].Value));
    }

    private static (IReadOnlyList<(string Name, string Value)> Headers, string Body) ReadHeaders(string text)
    {
        var end = text.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2;
        Assert.True(end >= 2, "no empty line after the headers");
        var headers = new List<(string, string)>();
        foreach (var line in Unfold().Replace(text[..end], " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var match = HeaderLine().Match(line);
            Assert.True(match.Success, $"not a header: {line}");
            headers.Add((match.Groups["name"].Value, match.Groups["value"].Value));
        }

        foreach (var line in text[..end].Split("\r\n").Where(line => EncodedWord().IsMatch(line)))
        {
            Assert.InRange(line.Length, 1, 76);
            Assert.All(EncodedWord().Matches(line), word => Assert.InRange(word.Length, 1, 75));
        }

        return (headers, text[(end + 2)..]);
    }

    private static List<StrictPart> ReadParts(string body, string boundary)
    {
        var pieces = ("\r\n" + body).Split($"\r\n--{boundary}");
        Assert.Equal("", pieces[0].Trim());
        Assert.Equal("--\r\n", pieces[^1]);
        return [.. pieces[1..^1].Select(piece =>
        {
            Assert.StartsWith("\r\n", piece, StringComparison.Ordinal);
            var (headers, content) = ReadHeaders(piece[2..]);
            Assert.Equal(["Content-Type", "Content-Transfer-Encoding"], headers.Select(header => header.Name));
            Assert.All(content.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
            return new StrictPart(headers[0].Value, headers[1].Value, StrictUtf8.GetString(Decode(headers[1].Value, content)));
        })];
    }

    private static byte[] Decode(string encoding, string content) => encoding switch
    {
        "base64" => Convert.FromBase64String(content),
        "quoted-printable" => DecodeQuotedPrintable(content),
        _ => throw new InvalidDataException(encoding),
    };

    private static byte[] DecodeQuotedPrintable(string content)
    {
        Assert.DoesNotMatch(TrailingBlank(), content);
        Assert.DoesNotMatch(BadEscape(), content);
        return DecodeEscapes(content.Replace("=\r\n", "", StringComparison.Ordinal));
    }

    private static byte[] DecodeEscapes(string text) =>
        [.. Escape().Matches(text).Select(match => match.Length == 3
            ? byte.Parse(match.ValueSpan[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : (byte)match.Value[0])];

    private static string DecodeWords(string value)
    {
        var joined = BetweenWords().Replace(value, "");
        return EncodedWord().Replace(joined, word => StrictUtf8.GetString(
            word.Groups["q"].Success ? DecodeEscapes(word.Groups["q"].Value.Replace('_', ' ')) : Convert.FromBase64String(word.Groups["b"].Value)));
    }

    [GeneratedRegex(@"\r(?!\n)|(?<!\r)\n")]
    private static partial Regex BareLineEnd();

    [GeneratedRegex(@"\r\n[ \t]")]
    private static partial Regex Unfold();

    [GeneratedRegex(@"\A(?<name>[!-9;-~]+): (?<value>.*)\z")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"\Amultipart/alternative; boundary=""(?<boundary>[^""]+)""\z")]
    private static partial Regex MultipartType();

    [GeneratedRegex(@"=\?utf-8\?(?:Q\?(?<q>[!->@-~]*)|B\?(?<b>[A-Za-z0-9+/=]*))\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=) +(?==\?utf-8\?[QB]\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"[ \t](?:\r\n|\z)")]
    private static partial Regex TrailingBlank();

    [GeneratedRegex(@"=(?![0-9A-F]{2}|\r\n)")]
    private static partial Regex BadEscape();

    [GeneratedRegex(@"=[0-9A-F]{2}|[\s\S]")]
    private static partial Regex Escape();
}

internal sealed record StrictPart(string ContentType, string Encoding, string Text);
