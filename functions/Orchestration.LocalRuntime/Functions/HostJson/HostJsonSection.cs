using System.Globalization;
using System.Text.Json;
using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.LocalRuntime.Functions.HostJson;

/// <summary>Reads one object of host.json key by key, and knows which keys nobody asked for.</summary>
internal sealed class HostJsonSection(JsonElement? element, string path, Problems problems)
{
    private readonly Dictionary<string, JsonElement> _unread = Properties(element);

    public bool Has(string name) => _unread.ContainsKey(name);

    public HostJsonSection Section(string name)
    {
        var value = Take(name);
        if (value is { ValueKind: not JsonValueKind.Object })
        {
            problems.Add($"{Path(name)} must be an object");
            value = null;
        }

        return new HostJsonSection(value, Path(name), problems);
    }

    public int Integer(string name, int fallback, int least, int most = int.MaxValue)
    {
        if (Take(name) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        var range = most == int.MaxValue ? $"of {least} or more" : $"from {least} to {most}";
        return Wrong(name, value, $"a whole number {range}", fallback);
    }

    /// <summary>A limit for which -1 means none.</summary>
    public int? Limit(string name) => Integer(name, -1, least: -1) is > 0 and var limit ? limit : null;

    public TimeSpan Duration(string name, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Take(name) is not { } value)
            return fallback;
        return value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var duration)
            && duration >= least && duration <= most
            ? duration
            : Wrong(name, value, $"a time span (hh:mm:ss) from {least:c} to {most:c}", fallback);
    }

    public string Text(string name, string fallback, string expected, Func<string, bool> isValid)
    {
        if (Take(name) is not { } value)
            return fallback;
        return value.ValueKind == JsonValueKind.String && isValid(value.GetString()!)
            ? value.GetString()!
            : Wrong(name, value, expected, fallback);
    }

    /// <summary>Keys that mean something on Azure and nothing here.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Take(name);
    }

    /// <summary>Paths of the keys that are left.</summary>
    public IEnumerable<string> Unknown() => _unread.Keys.Select(Path);

    private JsonElement? Take(string name) => _unread.Remove(name, out var value) ? value : null;

    private T Wrong<T>(string name, JsonElement value, string expected, T fallback)
    {
        problems.Add($"{Path(name)} must be {expected}, not {value.GetRawText()}");
        return fallback;
    }

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static Dictionary<string, JsonElement> Properties(JsonElement? element)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        if (element is { } present)
        {
            foreach (var property in present.EnumerateObject())
                properties[property.Name] = property.Value;
        }

        return properties;
    }
}
