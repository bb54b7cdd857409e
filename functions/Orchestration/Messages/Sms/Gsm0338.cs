using System.Buffers;

namespace Orchestration.Messages.Sms;

/// <summary>
/// The alphabet of GSM 03.38 (3GPP TS 23.038 §6.2.1): one septet for a basic character, two for one of the extension table.
/// Code 0x09 is counted as « Ç » only: some tables publish it as « ç », and a phone may show either.
/// </summary>
internal static class Gsm0338
{
    /// <summary>In the order of the codes 0x00 to 0x7F, without 0x1B, the escape to the extension table.</summary>
    public const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each is sent as an escape and a code. The form feed of the standard is left out: no text has one.</summary>
    public const string Extension = "^{}\\[~]|€";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(Basic + Extension);
    private static readonly byte[] SeptetsByChar = BuildSeptets();

    public static bool Contains(char character) => Septets(character) > 0;

    public static bool ContainsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Alphabet);

    /// <summary>1, 2, or 0 for a character that the alphabet does not have.</summary>
    public static int Septets(char character) => character < SeptetsByChar.Length ? SeptetsByChar[character] : 0;

    private static byte[] BuildSeptets()
    {
        var septets = new byte[(Basic + Extension).Max() + 1];
        foreach (var character in Basic)
        {
            septets[character] = 1;
        }

        foreach (var character in Extension)
        {
            septets[character] = 2;
        }

        return septets;
    }
}
