using System.Text.Json;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>
/// What the orders of a demo delivered. Ids of orders are drawn anew in each demo: messages are told by caisse, model, recipient and kind.
/// </summary>
internal static class OrderedMessages
{
    /// <summary>One line a message, sorted.</summary>
    public static IReadOnlyList<string> In(string outbox) =>
        [.. Folders(outbox).SelectMany(folder => Directory.EnumerateFiles(folder).Select(file => $"{NameOf(folder)} {RecipientOf(file)}")).Order(StringComparer.Ordinal)];

    /// <summary>Caisse and model of every order that delivered something, sorted.</summary>
    public static IReadOnlyList<string> Orders(string outbox) => [.. Folders(outbox).Select(NameOf).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Folders(string outbox) => Directory.EnumerateDirectories(outbox, "cmd-*");

    /// <summary><c>cmd-cpam-75-6d2f01c4-8f2a.carte-vitale-a-jour.envoi.1</c> becomes <c>cpam-75 carte-vitale-a-jour</c>.</summary>
    private static string NameOf(string folder)
    {
        var parts = Path.GetFileName(folder).Split('.');
        return $"{string.Join('-', parts[0].Split('-')[1..^2])} {parts[1]}";
    }

    private static string RecipientOf(string file)
    {
        const string To = "To: ";
        return file.EndsWith(".eml", StringComparison.Ordinal)
            ? File.ReadLines(file).First(line => line.StartsWith(To, StringComparison.Ordinal))[To.Length..]
            : JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("to").GetString()!;
    }
}
