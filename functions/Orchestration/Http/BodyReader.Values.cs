using System.Globalization;
using System.Text.Json;
using Orchestration.Wording;

namespace Orchestration.Http;

public sealed partial class BodyReader
{
    /// <summary>A text, without the spaces around it; an empty one is not there.</summary>
    /// <param name="name">Of the member.</param>
    /// <param name="maxLength">Characters at most.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <param name="multiline">Whether it may have line breaks, which become <c>\n</c>; no other control character may stand in it.</param>
    public string? Text(string name, int maxLength, bool required = true, bool multiline = false)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (TextOf(value, PointerOf(name), $"« {name} »", maxLength, multiline) is not { } text)
            return null;
        if (text.Length == 0 && required)
            return Refuse<string>(name, "est vide", "Donnez un texte, ou retirez la demande.");
        return text.Length == 0 ? null : text;
    }

    /// <summary>A date, <c>2027-10-12</c>.</summary>
    public DateOnly? Date(string name, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (JsonText.Of(value) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        return Refuse<DateOnly?>(name, "n'est pas une date", "Écrivez l'année, le mois et le jour : « 2027-10-12 ».");
    }

    /// <summary>A whole number, both bounds included.</summary>
    public int? Integer(string name, int min, int max, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        return Refuse<int?>(
            name,
            value.ValueKind == JsonValueKind.Number ? "n'est pas dans les bornes" : "n'est pas un nombre entier",
            French.Text($"Écrivez un nombre entier, sans guillemets, de {min} à {max}."));
    }

    public bool? Boolean(string name, bool required = true) => Find(name, required) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Refuse<bool?>(name, "n'est ni vrai ni faux", "Écrivez true ou false, sans guillemets."),
    };

    /// <summary>One word of a list.</summary>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Find(name, required) is not { } value)
            return null;
        var text = JsonText.Of(value);
        if (text is not null && words.TryGetValue(text, out var meant))
            return meant;
        var near = text is null ? null : NearNames.Find(text, words.Keys);
        return Refuse<T?>(
            name,
            text is null ? "n'est pas un texte" : French.Text($"ne peut pas valoir « {text} »"),
            near is null ? $"Écrivez {French.Or([.. words.Keys.Select(word => $"« {word} »")])}." : $"Vouliez-vous écrire « {near} » ?");
    }

    /// <summary>A list of texts, each without the spaces around it and none empty; empty when the member is wrong or not there.</summary>
    public IReadOnlyList<string> Texts(string name, int maxCount, int maxLength, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            return Refuse<string[]>(name, "n'est pas une liste", "Écrivez une liste JSON de textes, entre crochets.") ?? [];
        var count = value.GetArrayLength();
        if (count > maxCount || (count == 0 && required))
        {
            return Refuse<string[]>(
                name, count == 0 ? "est une liste vide" : French.Text($"a {count} éléments"), French.Text($"Donnez-en de 1 à {maxCount}.")) ?? [];
        }

        var texts = value.EnumerateArray().Select((item, index) => ItemOf(item, name, index, maxLength)).ToArray();
        return texts.Contains(null) ? [] : [.. texts.OfType<string>()];
    }

    private string? ItemOf(JsonElement item, string name, int index, int maxLength)
    {
        var pointer = JsonPointer.Append(PointerOf(name), index);
        var text = TextOf(item, pointer, $"L'élément {index + 1} de « {name} »", maxLength, multiline: false);
        if (text is not "")
            return text;
        Faults.Add(pointer, $"L'élément {index + 1} de « {name} » est vide.", "Donnez un texte, ou retirez l'élément.");
        return null;
    }

    private string? TextOf(JsonElement value, string pointer, string subject, int maxLength, bool multiline)
    {
        if (JsonText.Of(value)?.Trim() is not { } text)
        {
            if (value.ValueKind != JsonValueKind.String)
                Faults.Add(pointer, $"{subject} n'est pas un texte.", "Écrivez un texte, entre guillemets droits.");
            return null;
        }

        text = multiline ? text.ReplaceLineEndings("\n") : text;
        var length = text.EnumerateRunes().Count();
        var isClean = !text.Any(character => Unprintable.Is(character) && !(multiline && character == '\n'));
        if (length > maxLength)
            Faults.Add(pointer, $"{subject} a {length} caractères.", $"Écrivez-en {maxLength} au plus.");
        if (!isClean)
            Faults.Add(pointer, $"{subject} contient un caractère invisible : de commande, ou qui change le sens de lecture.", "Retirez-le, ou saisissez le texte à nouveau.");
        return isClean && length <= maxLength ? text : null;
    }
}
