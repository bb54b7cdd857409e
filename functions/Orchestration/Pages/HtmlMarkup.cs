using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Orchestration.Wording;

namespace Orchestration.Pages;

/// <summary>
/// HTML being written. What is literal in the code is markup; every value is encoded, so that none can become markup.
/// </summary>
internal sealed class HtmlMarkup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>French has many, and they are harmless as they are.</summary>
    private const string EncodedNoBreakSpace = "&#xA0;";

    private readonly StringBuilder html = new();

    public void Add(Fragment fragment) => html.Append(fragment.ToString()).Append('\n');

    /// <summary>Everything that was written to another one.</summary>
    public void Add(HtmlMarkup other) => html.Append(other.html);

    /// <summary>A part that another one takes in.</summary>
    public static Fragment Part(Fragment fragment) => fragment;

    /// <summary>Nothing when there are no items: an empty list is read aloud.</summary>
    public void AddList(IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        Add($"<ul>");
        foreach (var item in items)
        {
            Add($"<li>{item}</li>");
        }

        Add($"</ul>");
    }

    /// <summary>Exactly this text, whose hash the page's policy names; it must hold no markup.</summary>
    public void AddStyle(string css) => html.Append("<style>").Append(css).Append("</style>\n");

    public override string ToString() => html.ToString();

    [InterpolatedStringHandler]
    internal readonly struct Fragment(int literalLength, int formattedCount)
    {
        private readonly StringBuilder html = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => html.Append(French.Typeset(literal));

        public void AppendFormatted(string? value) => html.Append(Encoder.Encode(value ?? "").Replace(EncodedNoBreakSpace, "\u00A0", StringComparison.Ordinal));

        /// <summary>Markup already written, such as an optional part.</summary>
        public void AppendFormatted(Fragment value) => html.Append(value.ToString());

        public void AppendFormatted(int value) => html.Append(value.ToString(CultureInfo.InvariantCulture));

        public override string ToString() => html.ToString();
    }
}
