using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>Query parameters, as leniently read as the extension does: what cannot be read counts as absent.</summary>
internal sealed class ManagementQuery(IQueryCollection query)
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public string? Text(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool Flag(string name, bool fallback) => bool.TryParse(Text(name), out var flag) ? flag : fallback;

    public int Number(string name, int fallback) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    public DateTimeOffset? Moment(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, Utc, out var moment) ? moment : null;

    /// <summary>The statuses of a list with commas, or of a parameter that comes several times; null when none is one.</summary>
    /// <param name="name">Of the parameter.</param>
    /// <param name="unknown">Those that are no status.</param>
    public IReadOnlyList<OrchestrationRuntimeStatus>? Statuses(string name, out IReadOnlyList<string> unknown)
    {
        var given = (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToLookup(each => Enum.TryParse<OrchestrationRuntimeStatus>(each, out _));
        unknown = [.. given[false]];
        return given[true].Any() ? [.. given[true].Select(Enum.Parse<OrchestrationRuntimeStatus>)] : null;
    }
}
