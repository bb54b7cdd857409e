using System.Text;
using System.Text.Json;

namespace Orchestration.Http;

/// <summary>A place in a text, both counted from 1; columns are characters.</summary>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <param name="bytes">Valid UTF-8.</param>
    /// <param name="error">Says the line, and the byte in it.</param>
    public static TextPlace Of(ReadOnlySpan<byte> bytes, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        for (var skipped = 0; skipped < line && bytes.IndexOf((byte)'\n') is var end and >= 0; skipped++)
            bytes = bytes[(end + 1)..];
        var before = bytes[..(int)Math.Min(error.BytePositionInLine ?? 0, bytes.Length)];
        return new TextPlace(line + 1, Characters(before) + 1);
    }

    /// <summary>The first byte that no UTF-8 has there.</summary>
    public static TextPlace OfInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var valid = bytes;
        while (!valid.IsEmpty && Rune.DecodeFromUtf8(valid, out _, out var length) == System.Buffers.OperationStatus.Done)
            valid = valid[length..];
        var before = bytes[..^valid.Length];
        return new TextPlace(before.Count((byte)'\n') + 1, Characters(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    /// <summary>Continuation bytes begin with 10.</summary>
    private static int Characters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
            count += (one & 0xC0) == 0x80 ? 0 : 1;
        return count;
    }
}
