namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What was delivered, by send.</summary>
internal sealed record Outbox(string Folder)
{
    /// <summary>Names of the files: message id and kind.</summary>
    public IReadOnlyList<string> Files(string send) =>
        Directory.Exists(Path.Combine(Folder, send))
            ? [.. Directory.EnumerateFiles(Path.Combine(Folder, send)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
            : [];

    public string Read(string send, string file) => File.ReadAllText(Path.Combine(Folder, send, file));

    /// <summary>The link of the List-Unsubscribe header.</summary>
    public Uri UnsubscribeLink(string send, string file)
    {
        const string Header = "List-Unsubscribe: <";
        var line = Read(send, file).Split("\r\n").First(line => line.StartsWith(Header, StringComparison.Ordinal));
        return new Uri(line[Header.Length..].TrimEnd('>'));
    }
}
