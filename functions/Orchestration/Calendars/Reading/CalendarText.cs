using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>From the bytes of an upload to a text that is safe to parse.</summary>
internal static class CalendarText
{
    private const int Windows1252 = 1252;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <returns>
    /// Null when the bytes are no text; every forbidden character is reported, and replaced so that reading goes on.
    /// </returns>
    public static SourceText? Decode(ReadOnlySpan<byte> content, ProblemList problems)
    {
        if (content.StartsWith(Utf8Mark))
        {
            content = content[Utf8Mark.Length..];
        }

        var characters = new char[content.Length];
        var status = Utf8.ToUtf16(content, characters, out var read, out var written, replaceInvalidSequences: false);
        var source = new SourceText(new string(characters, 0, written));
        if (status == OperationStatus.Done)
        {
            return WithoutForbidden(source, problems);
        }

        problems.Error(
            ProblemCodes.NotUtf8, source.PlaceAt(written, ""),
            $"Le fichier n'est pas en UTF-8 : octet {Hex(content[read])} inattendu.",
            $"Enregistrez le fichier avec l'encodage UTF-8 (dans l'éditeur : « Enregistrer sous », encodage UTF-8).");
        return null;
    }

    /// <summary>As French spreadsheets save a text: UTF-8, or else Windows-1252, of which every byte is a character.</summary>
    public static SourceText DecodeFrench(ReadOnlySpan<byte> content, ProblemList problems)
    {
        if (Utf8.IsValid(content))
        {
            return Decode(content, problems)!;
        }

        return WithoutForbidden(new SourceText(CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(content)), problems);
    }

    private static SourceText WithoutForbidden(SourceText source, ProblemList problems)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < source.Text.Length; i++)
        {
            var character = source.Text[i];
            if (character is not ('\t' or '\n' or '\r') && Unprintable.Is(character))
            {
                clean ??= new StringBuilder(source.Text);
                clean[i] = Unprintable.Replacement;
                problems.Error(
                    ProblemCodes.ForbiddenCharacter, source.PlaceAt(i, ""),
                    $"Caractère invisible interdit (U+{Hex(character)}).",
                    $"Effacez-le : il vient souvent d'un copier-coller.");
            }
        }

        return clean is null ? source : new SourceText(clean.ToString());
    }

    private static string Hex(byte value) => value.ToString("X2", CultureInfo.InvariantCulture);

    private static string Hex(char value) => ((int)value).ToString("X4", CultureInfo.InvariantCulture);
}
