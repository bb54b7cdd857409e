using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Tests.Support;

/// <summary>Values of any schema, nasty ones included.</summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "Zoé", "a<b>\"c\"&'d'", "</script><script>alert(1)</script>", "javascript:alert(1)",
        "https://ameli.fr/a b?c=d&e=é#f", "mailto:a@b.fr",
        "tel:+33 1", "HTTPS://X.FR/%20", "http://x.fr", "ligne\r\nsuivante\n", "{{ prenom }}", "-->", "\" onclick=\"x", "12",
        "3,5", "-7", "L'été, déjà !",
        "un deux  trois\tquatre", "😀 œuf", "ÀÉ", "abcabc", "\u00A0x\u202F", "a=b;c", "<a href='x'>lien</a>", "true", "\\d+",
        "%2F", "AbC",
    ];

    public static FieldValues Of(FieldSchema schema, int seed) => new RandomValues(new Random(seed)).Object(schema);

    public FieldValues Object(FieldSchema schema)
    {
        var values = new FieldValues(schema);
        foreach (var field in schema.Fields) Set(values, field);
        return values;
    }

    private void Set(FieldValues values, Field field)
    {
        if (field.Type.IsOptional && random.Next(3) == 0) return;
        switch (Value(field.Type))
        {
            case string text: values.SetText(field.Ordinal, text); break;
            case long number: values.SetInteger(field.Ordinal, number); break;
            case decimal number: values.SetNumber(field.Ordinal, number); break;
            case bool flag: values.SetBoolean(field.Ordinal, flag); break;
            case DateTime date: values.SetDate(field.Ordinal, date); break;
            case FieldValues inner: values.SetObject(field.Ordinal, inner); break;
            case IEnumerable<object?> items: values.SetList(field.Ordinal, items); break;
        }
    }

    private object Value(FieldType type) => type.Kind switch
    {
        FieldKind.Text => Text(),
        FieldKind.Integer => Integer(),
        FieldKind.Number => Number(),
        FieldKind.Boolean => random.Next(2) == 0,
        FieldKind.Date => new DateTime(2027, 1, 1).AddMinutes(random.Next(600_000)),
        FieldKind.Object => Object(type.Schema!),
        _ => Enumerable.Range(0, random.Next(5)).Select(_ => (object?)Value(type.Element!)).ToList(),
    };

    private string Text() => random.Next(8) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(32, 400)))
        : Texts[random.Next(Texts.Length)];

    private long Integer() => random.Next(12) switch { 0 => 0, 1 => -1, 2 => int.MaxValue, _ => random.Next(-5, 120) };

    private decimal Number() =>
        random.Next(6) switch { 0 => 0m, 1 => -12.5m, 2 => 1234567.891m, 3 => 3.00m, _ => random.Next(-500, 5000) / 100m };
}
