using System.Text.Json;
using Orchestration.Wording;

namespace Orchestration.Http;

/// <summary>Finds what is wrong with a JSON document whatever it means: members given twice, halves of characters.</summary>
internal static class JsonWalk
{
    public static void Check(JsonElement value, string pointer, Faults faults)
    {
        if (value.ValueKind == JsonValueKind.Object)
            CheckMembers(value, pointer, faults);
        else if (value.ValueKind == JsonValueKind.Array)
            CheckItems(value, pointer, faults);
        else if (value.ValueKind == JsonValueKind.String && JsonText.Of(value) is null)
            AddHalf(pointer, faults);
    }

    private static void CheckMembers(JsonElement value, string pointer, Faults faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name)
            {
                AddHalf(pointer, faults);
                continue;
            }

            var place = JsonPointer.Append(pointer, name);
            if (!seen.Add(name))
                faults.Add(place, French.Text($"Le membre « {name} » est donné plusieurs fois."), "Gardez-en un seul.");
            Check(member.Value, place, faults);
        }
    }

    private static void CheckItems(JsonElement value, string pointer, Faults faults)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(item, JsonPointer.Append(pointer, index++), faults);
    }

    private static void AddHalf(string pointer, Faults faults) =>
        faults.Add(pointer, "Un caractère est écrit à moitié (« \\ud800 » sans la suite).", "Écrivez-le tel quel, en UTF-8.");
}
