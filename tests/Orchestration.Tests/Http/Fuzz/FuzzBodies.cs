using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Orchestration.Tests.Http.Fuzz;

/// <summary>Bodies that somebody may send: whole ones made of a schema, and what happens to them. The same seed gives the same bodies.</summary>
internal sealed class FuzzBodies(JsonNode document, Random random)
{
    /// <summary>Values that get further than random ones, by the name of the member.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["model"] = ["\"library/compte-ameli-services\"", "\"library/compte-ameli\"", "\"custom/information-locale\""],
        ["layout"] = ["\"custom/information-locale\""],
        ["version"] = ["1", "2"],
        ["date"] = ["\"2027-03-09\"", "\"2027-04-13\"", "\"2027-12-25\"", "\"2026-01-01\"", "\"9999-12-31\"", "\"0001-01-01\""],
        ["window"] = ["\"09:00-12:00\"", "\"23:00-01:00\"", "\"99:99-99:99\""],
        ["ifBusy"] = ["\"refuse\"", "\"defer\""],
        ["audience"] = ["\"age >= 18\"", "\"age >= \"", "\"((((((((((((((((age\"", "\"true\"", "\"" + new string('!', 1000) + "age\""],
        ["channels"] = ["[\"email\"]", "[\"sms\", \"email\"]"],
        ["theme"] = ["\"vaccination\"", "\"carte-vitale\""],
        ["addresses"] = ["[\"lea@example.org\"]", "[\"+33612345678\"]", "[\"@\"]", "[\"a\\u0000@b\"]"],
        ["contentHash"] = ["\"" + new string('a', 64) + "\""],
        ["zones"] = ["{\"titre\": \"Bonjour\", \"texte\": \"Un [lien](https://www.ameli.fr) {{ x }} <b> 1 85 05 78 006 084 36\"}", "{\"a\": {\"b\": 1}}"],
    };

    private static readonly string[] OddTexts =
    [
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"\\u2028\"", "\"é\\u0301\\u0301\"", "\"👩‍👩‍👧‍👦\"", "\"\\uffff\"",
        "\"{{ 1 }}\"", "\"../../x\"", "\"%00\"", "\"a.b.c.1\"", "\"NaN\"", "\"\\r\\nBcc: x@y\"", "\"=cmd()\"", "\"İ\"", "\"ﬀ\"",
    ];

    private static readonly string[] OddValues =
    [
        "null", "true", "[]", "{}", "[[]]", "-0", "1e400", "-1e400", "0.1", "99999999999999999999999999999999999999", "2147483648", "-2147483649", "1E+2",
        "[1,2,3]", "{\"\": 1}", "{\"a/b~c\": null}", "\"" + new string('x', 3000) + "\"", new string('[', 19) + new string(']', 19),
    ];

    /// <summary>A body for a schema, damaged more often than not.</summary>
    public byte[] Next(JsonNode? schema)
    {
        if (random.Next(12) == 0)
            return Noise();
        var text = Value(schema ?? new JsonObject(), "", 0);
        return random.Next(5) switch
        {
            0 => Encoding.UTF8.GetBytes(text),
            1 => DamageBytes(Encoding.UTF8.GetBytes(text)),
            2 => Encoding.UTF8.GetBytes(Deepen(text)),
            _ => Encoding.UTF8.GetBytes(DamageText(text)),
        };
    }

    /// <summary>JSON of a schema.</summary>
    public string Value(JsonNode schema, string name, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Value(document["components"]!["schemas"]![reference.Split('/')[^1]]!, name, depth);
        if (Known.TryGetValue(name, out var known) && random.Next(3) > 0)
            return Of(known);
        if (random.Next(15) == 0 && depth > 0)
            return Of(random.Next(2) == 0 ? OddValues : OddTexts);
        if (schema["enum"] is JsonArray words)
            return words[random.Next(words.Count)]!.ToJsonString();
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => Members(schema, depth),
            "array" => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"] ?? new JsonObject(), "", depth + 1)))}]",
            "integer" => random.Next(-2, 40).ToString(CultureInfo.InvariantCulture),
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "string" => random.Next(3) == 0 ? Of(OddTexts) : $"\"mot {random.Next(100)}\"",
            _ => Of(OddValues),
        };
    }

    private string Members(JsonNode schema, int depth)
    {
        var members = (schema["properties"]?.AsObject() ?? [])
            .Where(_ => random.Next(10) > 0)
            .Select(member => $"\"{member.Key}\": {Value(member.Value!, member.Key, depth + 1)}");
        return $"{{{string.Join(", ", members)}}}";
    }

    /// <summary>A member twice, under another name, or of another kind.</summary>
    private string DamageText(string text)
    {
        var end = text.LastIndexOf('}');
        if (end < 1)
            return Of(OddValues);
        var comma = text[..end].TrimEnd().EndsWith('{') ? "" : ", ";
        var name = random.Next(3) == 0 ? Of([.. Known.Keys.Select(key => $"\"{key}\"")]) : Of(OddTexts);
        return $"{text[..end]}{comma}{name}: {Of(random.Next(2) == 0 ? OddValues : OddTexts)}{text[end..]}";
    }

    private string Deepen(string text)
    {
        var depth = random.Next(1, 2000);
        return random.Next(2) == 0 ? $"{{\"a\": {new string('[', depth)}{text}{new string(']', depth)}}}" : new string('{', depth) + text;
    }

    private byte[] DamageBytes(byte[] bytes)
    {
        for (var left = random.Next(1, 4); left > 0 && bytes.Length > 0; left--)
        {
            var at = random.Next(bytes.Length);
            bytes = random.Next(4) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
                _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }

    private byte[] Noise()
    {
        var bytes = new byte[random.Next(0, random.Next(50) == 0 ? 70_000 : 200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Of(string[] values) => values[random.Next(values.Length)];
}
