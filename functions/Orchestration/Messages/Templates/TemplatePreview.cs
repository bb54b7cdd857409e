using Orchestration.Messages.Sms;

namespace Orchestration.Messages.Templates;

/// <summary>What a template gives for its sample: the author's preview, compared with the golden files. Null: the template has no such part.</summary>
public sealed record TemplatePreview(string? Subject, string? Html, string? Text, ComposedSms? Sms);
