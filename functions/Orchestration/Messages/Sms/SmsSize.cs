namespace Orchestration.Messages.Sms;

/// <summary>How a text travels: seven bits a character, or UTF-16 as soon as one character is outside GSM 03.38.</summary>
public enum SmsEncoding
{
    Gsm7,
    Ucs2,
}

/// <summary>What a text costs: operators bill and throttle by segment (domain.md B2).</summary>
/// <param name="Encoding">One character outside GSM 03.38 makes the whole text UCS-2.</param>
/// <param name="Units">Septets in GSM-7, UTF-16 code units in UCS-2.</param>
/// <param name="Segments">One up to 160 septets or 70 units; beyond, parts of 153 or 67, which leave room for what joins them.</param>
public readonly record struct SmsSize(SmsEncoding Encoding, int Units, int Segments)
{
    private const int GsmSingle = 160;
    private const int GsmPart = 153;
    private const int Ucs2Single = 70;
    private const int Ucs2Part = 67;

    public static SmsSize Measure(ReadOnlySpan<char> text) => Gsm0338.ContainsAll(text) ? MeasureGsm7(text) : MeasureUcs2(text);

    private static SmsSize MeasureGsm7(ReadOnlySpan<char> text)
    {
        var parts = new Parts(GsmPart);
        foreach (var character in text)
        {
            // An escape and its code stay in one part: a phone would otherwise show a stray character.
            parts.Add(Gsm0338.Septets(character));
        }

        return new SmsSize(SmsEncoding.Gsm7, parts.Units, parts.Units <= GsmSingle ? 1 : parts.Count);
    }

    private static SmsSize MeasureUcs2(ReadOnlySpan<char> text)
    {
        var parts = new Parts(Ucs2Part);
        foreach (var rune in text.EnumerateRunes())
        {
            parts.Add(rune.Utf16SequenceLength);
        }

        return new SmsSize(SmsEncoding.Ucs2, parts.Units, parts.Units <= Ucs2Single ? 1 : parts.Count);
    }

    private ref struct Parts(int capacity)
    {
        private int _used;

        public int Units { get; private set; }

        public int Count { get; private set; } = 1;

        public void Add(int units)
        {
            if (_used + units > capacity)
            {
                Count++;
                _used = 0;
            }

            _used += units;
            Units += units;
        }
    }
}
