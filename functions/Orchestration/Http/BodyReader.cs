using System.Text.Json;
using Orchestration.Wording;

namespace Orchestration.Http;

/// <summary>
/// A JSON object that is read strictly, member by member. What is wrong is collected and never thrown; a member that is wrong reads as if it were not
/// there. JSON null is a member that is not there.
/// </summary>
public sealed partial class BodyReader
{
    private readonly Dictionary<string, JsonElement> _members;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _pointer;

    /// <param name="members">An object; the first of several members of one name counts.</param>
    /// <param name="pointer">Where it stands in the body.</param>
    /// <param name="faults">Of the whole body.</param>
    internal BodyReader(JsonElement members, string pointer, Faults faults)
    {
        _members = [];
        foreach (var (name, value) in JsonText.Members(members))
            _members.TryAdd(name, value);
        (_pointer, Faults) = (pointer, faults);
    }

    /// <summary>Of the whole body: nested readers share them.</summary>
    public Faults Faults { get; }

    /// <summary>Names of the members, for objects whose names are free.</summary>
    public IEnumerable<string> Names() => _members.Keys;

    /// <summary>JSON pointer of a member, for faults that only the caller can find.</summary>
    public string PointerOf(string name) => JsonPointer.Append(_pointer, name);

    /// <summary>A nested object.</summary>
    public BodyReader? Object(string name, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new BodyReader(value, PointerOf(name), Faults);
        return Refuse<BodyReader>(name, "n'est pas un objet", "Écrivez un objet JSON, entre accolades.");
    }

    /// <summary>Call it last: members that nobody asked for are faults, each with the known name that comes nearest.</summary>
    public void RefuseOthers()
    {
        foreach (var name in _members.Keys.Where(name => !_known.Contains(name)))
        {
            Faults.Add(
                PointerOf(name),
                French.Text($"Le membre « {name} » n'est pas connu ici."),
                NearNames.Find(name, _known) is { } near ? $"Vouliez-vous écrire « {near} » ?" : $"Membres connus : {string.Join(", ", _known)}.");
        }
    }

    private JsonElement? Find(string name, bool required)
    {
        _known.Add(name);
        if (_members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;
        if (required)
            Faults.Add(PointerOf(name), French.Text($"Le membre « {name} » manque."), French.Text($"Ajoutez « {name} »."));
        return null;
    }

    private T? Refuse<T>(string name, string detail, string mend)
    {
        Faults.Add(PointerOf(name), French.Text($"« {name} » ") + detail + ".", mend);
        return default;
    }
}
