using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Messages.Content;

/// <summary>
/// The bytes that a visa's hash is taken over. One line names the format; then come entries, sorted by kind and name:
/// <c>kind name-length value-length LF name value LF</c>. The lengths leave no two bundles with the same bytes; the order of files and
/// profiles plays no part, that of channels does.
/// </summary>
internal static class CanonicalContent
{
    private const string Format = "orchestration-content-1\n";

    public static string Hash(ContentBundle bundle) => Convert.ToHexStringLower(SHA256.HashData(Bytes(bundle)));

    public static byte[] Bytes(ContentBundle bundle)
    {
        using var output = new MemoryStream();
        output.Write(Encoding.UTF8.GetBytes(Format));
        for (var rank = 0; rank < bundle.Channels.Count; rank++)
        {
            Write(output, "channel", rank.ToString(CultureInfo.InvariantCulture), Spelling.Of(bundle.Channels[rank]));
        }

        Write(output, "criterion", "", bundle.Criterion);
        foreach (var (path, content) in bundle.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Write(output, "file", path, content);
        }

        foreach (var (name, expression) in bundle.Profiles.OrderBy(profile => profile.Key, StringComparer.Ordinal))
        {
            Write(output, "profile", name, expression);
        }

        Write(output, "template", "", bundle.Template);
        return output.ToArray();
    }

    private static void Write(MemoryStream output, string kind, string name, string value) =>
        Write(output, kind, name, Encoding.UTF8.GetBytes(value));

    private static void Write(MemoryStream output, string kind, string name, ReadOnlySpan<byte> value)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var head = string.Create(CultureInfo.InvariantCulture, $"{kind} {nameBytes.Length} {value.Length}\n");
        output.Write(Encoding.UTF8.GetBytes(head));
        output.Write(nameBytes);
        output.Write(value);
        output.WriteByte((byte)'\n');
    }
}
