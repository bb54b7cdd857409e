using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;

namespace Orchestration.Messages.Rendering;

/// <summary>A content as whoever approves it sees it.</summary>
/// <param name="Manifest">Senders, purpose, public.</param>
/// <param name="Preview">What its sample gives; of every channel of the template.</param>
public sealed record ContentSample(TemplateManifest Manifest, TemplatePreview Preview);
