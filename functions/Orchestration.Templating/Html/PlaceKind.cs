namespace Orchestration.Templating.Html;

/// <summary>Where in an HTML text one stands, as the HTML standard's tokenizer sees it (some of its states merged).</summary>
internal enum PlaceKind
{
    Text,
    TagOpen,
    TagName,
    EndTagOpen,
    EndTag,

    /// <summary>In a tag, where an attribute may begin.</summary>
    InTag,
    AttributeName,
    AfterAttributeName,
    BeforeValue,
    QuotedValue,
    UnquotedValue,
    DeclarationOpen,

    /// <summary><c>&lt;!doctype …&gt;</c>, <c>&lt;![endif]&gt;</c>, <c>&lt;?xml …&gt;</c>.</summary>
    Declaration,
    Comment,

    /// <summary>The content of <c>title</c> and <c>textarea</c>: text in which no tag begins.</summary>
    TitleText,

    /// <summary>The content of <c>script</c>, <c>style</c> and their like, in which nothing can be escaped.</summary>
    Code,
}
