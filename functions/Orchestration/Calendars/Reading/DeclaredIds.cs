using System.Globalization;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Every id that a file declares, gathered before anything else is read: an entry may name one that comes later, or one that
/// has faults of its own, without a second problem. Reports ids that are taken twice.
/// </summary>
internal sealed class DeclaredIds
{
    private readonly ProblemList problems;

    public DeclaredIds(SourceGroup root, ProblemList problems)
    {
        this.problems = problems;
        Campaigns = Gather(root, "campaigns", (_, id) => id);
        Waves = Gather(root, "waves", (_, id) => id);
        Sends = Gather(root, "sends", (entry, id) => $"{(entry.Find("campaign") as SourceScalar)?.Value}/{id}");
    }

    public IReadOnlyCollection<string> Campaigns { get; }

    public IReadOnlyCollection<string> Waves { get; }

    /// <summary>As <c>campaign/send</c>.</summary>
    public IReadOnlyCollection<string> Sends { get; }

    private HashSet<string> Gather(SourceGroup root, string key, Func<SourceGroup, string, string> nameOf)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = root.Find(key) is SourceList list ? list.Items : [];
        foreach (var (position, entry) in entries.Index())
        {
            if (entry is not SourceGroup mapping || mapping.Find("id") is not SourceScalar { IsEmpty: false, IsRefused: false } id)
            {
                continue;
            }

            var name = nameOf(mapping, id.Value);
            if (!lines.TryAdd(name, id.Line))
            {
                problems.Error(
                    ProblemCodes.DuplicateId,
                    id.Place(string.Create(CultureInfo.InvariantCulture, $"{key}[{position}].id")),
                    $"« {id.Value} » est déjà pris, ligne {lines[name]}.", $"Donnez un autre identifiant à l'un des deux.");
            }
        }

        return [.. lines.Keys];
    }
}
