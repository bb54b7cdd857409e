using Orchestration.Messages.Sms;

namespace Orchestration.Messages.Templates;

/// <summary>What a template gives for its sample, to look at and to compare with the golden files. Null: the template has no such part.</summary>
public sealed record TemplatePreview(string? Subject, string? Html, string? Text, ComposedSms? Sms);
