namespace Orchestration.Messages;

public sealed record OutgoingMessage(
    Guid Id,
    string To,
    Channel Channel,
    string From,
    string? Subject,
    string Text,
    string? Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Meta);
