namespace Orchestration.Http;

/// <summary>Places in a JSON document (RFC 6901).</summary>
internal static class JsonPointer
{
    public const string Whole = "";

    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Append(string pointer, int index) => $"{pointer}/{index}";
}
