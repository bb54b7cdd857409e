using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>What the checks of content look at: the rendered sample, its HTML parsed once.</summary>
internal sealed class CheckInput(TemplatePreview preview, string unsubscribeUrl, MessageSettings settings)
{
    public TemplatePreview Preview => preview;

    public MessageSettings Settings => settings;

    /// <summary>The link that the sample was rendered with.</summary>
    public string UnsubscribeUrl => unsubscribeUrl;

    public IHtmlDocument? Html { get; } = preview.Html is null
        ? null
        : new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(preview.Html);

    /// <summary>Each rendered part with the name of its golden file: problems point into it.</summary>
    public IEnumerable<(string File, string Text)> Parts => GoldenComparison.Outputs(preview);
}
