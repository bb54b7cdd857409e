using System.Collections.Concurrent;
using System.Text.Json;

namespace Orchestration.Telemetry;

/// <summary>Values of tags, written as in JSON: <c>waiting-for-visa</c>.</summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, each => JsonNamingPolicy.KebabCaseLower.ConvertName(each.ToString()));
}
