namespace Orchestration.Templating.Html;

/// <summary>What the value of a URL attribute holds so far.</summary>
internal enum UrlPart
{
    NotUrl,

    /// <summary>Nothing: a printed expression is the whole address, scheme included.</summary>
    Start,

    /// <summary>Not enough text to know the scheme.</summary>
    Scheme,

    /// <summary>After <c>https://</c>, or in the query of any address: a printed expression is one component.</summary>
    Component,

    /// <summary>After <c>mailto:</c> or <c>tel:</c>.</summary>
    Address,

    /// <summary>Another scheme, or none.</summary>
    Other,
}
