using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Orchestration.Messages.Sms;

/// <summary>One kind of replacement that a text underwent, in the order of its first appearance.</summary>
public sealed record SmsTextChange(string From, string To, int Count);

/// <summary>A text after transliteration, and what that changed.</summary>
public sealed record SmsText(string Text, IReadOnlyList<SmsTextChange> Changes);

/// <summary>
/// Brings French typography into GSM 03.38, so that a curly apostrophe does not halve what a segment holds.
/// <list type="bullet">
/// <item>Apostrophes, quotation marks, dashes, the ellipsis, bullets and the spaces of typography become their typewriter forms;
/// the spaces inside « guillemets » go with them.</item>
/// <item>Ligatures become two letters: « œ » gives « oe ». « æ » stays: the alphabet has it.</item>
/// <item>A letter with an accent that the alphabet lacks loses it (« ê » gives « e », « ç » gives « c », « À » gives « A »);
/// « é è ù à É » stay.</item>
/// <item>Anything else stays as it is and makes the text UCS-2: a meaning is never guessed (« ° », emoji, other scripts).</item>
/// </list>
/// </summary>
public static class SmsTransliteration
{
    private static readonly FrozenDictionary<char, string> Typography = new (string Characters, string Plain)[]
    {
        ("’‘‛′ʼ`‹›", "'"),
        ("«»“”„″", "\""),
        ("–—‐\u2011−•", "-"),
        ("…", "..."),
        ("œ", "oe"),
        ("Œ", "OE"),
        ("×", "x"),
        ("\t\u00A0\u202F\u2002\u2003\u2007\u2008\u2009\u200A", " "),
        ("\u00AD\u200B\u2060\uFEFF", ""),
    }
    .SelectMany(row => row.Characters, (row, character) => KeyValuePair.Create(character, row.Plain))
    .ToFrozenDictionary();

    public static SmsText Apply(string text) =>
        Gsm0338.ContainsAll(text) && !text.Contains('\r', StringComparison.Ordinal) ? new SmsText(text, []) : new Pass().Run(text);

    private static bool IsSpace(char character) => character is ' ' or '\u00A0' or '\u202F' or '\u2009';

    private sealed class Pass
    {
        private readonly StringBuilder _output = new();
        private readonly OrderedDictionary<(string From, string To), int> _changes = [];

        public SmsText Run(string original)
        {
            // Half a surrogate pair cannot be normalized: it becomes the replacement character.
            var whole = string.Concat(original.EnumerateRunes());
            var text = whole.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n");
            for (var at = 0; at < text.Length;)
            {
                at += Take(text, at);
            }

            var changes = _changes.Select(change => new SmsTextChange(change.Key.From, change.Key.To, change.Value));
            return new SmsText(_output.ToString(), [.. changes]);
        }

        /// <returns>How many characters were taken.</returns>
        private int Take(string text, int at)
        {
            var character = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if ((character == '«' && IsSpace(next)) || (IsSpace(character) && next == '»'))
            {
                return Change(text.Substring(at, 2), "\"");
            }

            if (Gsm0338.Contains(character))
            {
                _output.Append(character);
                return 1;
            }

            if (Typography.TryGetValue(character, out var plain))
            {
                return Change(character.ToString(), plain);
            }

            var letter = WithoutAccent(character);
            return letter is null ? Keep(character) : Change(character.ToString(), letter.Value.ToString());
        }

        private int Change(string from, string to)
        {
            _output.Append(to);
            _changes[(from, to)] = _changes.GetValueOrDefault((from, to)) + 1;
            return from.Length;
        }

        private int Keep(char character)
        {
            _output.Append(character);
            return 1;
        }

        private static char? WithoutAccent(char character)
        {
            if (!char.IsLetter(character))
            {
                return null;
            }

            var decomposed = character.ToString().Normalize(NormalizationForm.FormD);
            return char.IsAsciiLetter(decomposed[0]) && decomposed.Skip(1).All(IsMark) ? decomposed[0] : null;
        }

        private static bool IsMark(char character) => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
    }
}
