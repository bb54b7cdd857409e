using System.Text.Json;
using Orchestration.Storage;

namespace Orchestration.Local.Demo.Orders;

/// <summary>
/// The answers that the caisses have got, in a file beside the demo's data, so that a demo that was killed can tell whether the same request is answered
/// the same.
/// </summary>
internal sealed class AnswerBook(string folder)
{
    private readonly string _path = Path.Combine(folder, "commandes.ndjson");

    /// <exception cref="DemoFailedException">The same request was answered otherwise before.</exception>
    public async Task CheckAsync(OrderAnswer answer, CancellationToken cancellation)
    {
        var before = (await ReadAsync(cancellation)).FirstOrDefault(known => known.Name == answer.Name);
        if (before is null)
            await File.AppendAllTextAsync(_path, JsonSerializer.Serialize(answer, Json.Options) + "\n", cancellation);
        else if (before != answer)
            throw new DemoFailedException($"« {answer.Name} » a reçu deux réponses : {before.Status} {before.Body}, puis {answer.Status} {answer.Body}");
    }

    /// <summary>A line that a kill cut short was not kept: its answer comes again.</summary>
    private async Task<IReadOnlyList<OrderAnswer>> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_path))
            return [];
        var text = await File.ReadAllTextAsync(_path, cancellation);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
            await File.WriteAllTextAsync(_path, whole, cancellation);
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<OrderAnswer>(line, Json.Options)!)];
    }
}

/// <summary>What a request was answered.</summary>
internal sealed record OrderAnswer(string Name, int Status, string Body);
