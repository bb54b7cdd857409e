namespace Orchestration.Calendars;

/// <summary>
/// Where an entry of a calendar and each of its values stand, so that what planning finds points into the file.
/// </summary>
public sealed class SourcePlaces(SourcePlace entry, IEnumerable<KeyValuePair<string, SourcePlace>> values)
{
    private readonly Dictionary<string, SourcePlace> values = new(values, StringComparer.Ordinal);

    /// <summary>For calendars that no file holds.</summary>
    public static SourcePlaces None { get; } = new(SourcePlace.File, []);

    public SourcePlace Entry => entry;

    /// <returns>The place of the value, or of the entry when it has no such key.</returns>
    public SourcePlace Of(string key) => values.GetValueOrDefault(key, entry);
}
