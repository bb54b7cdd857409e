using System.Globalization;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Every id that a file declares, gathered before anything else is read: an entry may name one that comes later, or one that
/// has faults of its own, without a second problem. Reports ids that are taken twice.
/// </summary>
internal sealed class DeclaredIds
{
    private readonly ProblemList problems;

    public DeclaredIds(YamlMapping root, ProblemList problems)
    {
        this.problems = problems;
        Campaigns = Gather(root, "campaigns", (_, id) => id);
        Waves = Gather(root, "waves", (_, id) => id);
        Sends = Gather(root, "sends", (entry, id) => $"{(Find(entry, "campaign") as YamlScalar)?.Value}/{id}");
    }

    public IReadOnlyCollection<string> Campaigns { get; }

    public IReadOnlyCollection<string> Waves { get; }

    /// <summary>As <c>campaign/send</c>.</summary>
    public IReadOnlyCollection<string> Sends { get; }

    private HashSet<string> Gather(YamlMapping root, string key, Func<YamlMapping, string, string> nameOf)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = Find(root, key) is YamlSequence list ? list.Items : [];
        foreach (var (position, entry) in entries.Index())
        {
            if (entry is not YamlMapping mapping || Find(mapping, "id") is not YamlScalar { IsEmpty: false } id)
            {
                continue;
            }

            var name = nameOf(mapping, id.Value);
            if (!lines.TryAdd(name, id.Line))
            {
                problems.Error(
                    ProblemCodes.DuplicateId,
                    new SourcePlace(id.Line, id.Column, string.Create(CultureInfo.InvariantCulture, $"{key}[{position}].id")),
                    $"« {id.Value} » est déjà pris, ligne {lines[name]}.", $"Donnez un autre identifiant à l'un des deux.");
            }
        }

        return [.. lines.Keys];
    }

    private static YamlNode? Find(YamlMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;
}
