namespace Orchestration.Templating.Html;

/// <summary>What a printed expression goes through: one function of the prelude each.</summary>
internal enum Escaping
{
    /// <summary><c>plain</c>: text templates.</summary>
    Plain,

    /// <summary><c>html_text</c>: <c>&amp; &lt; &gt; " '</c>; captured HTML passes as it is.</summary>
    HtmlText,

    /// <summary><c>html_attr</c>: the same characters.</summary>
    HtmlAttribute,

    /// <summary><c>url_attr</c>: a whole address, its scheme checked.</summary>
    UrlWhole,

    /// <summary><c>url_attr "part"</c>: one component of an address.</summary>
    UrlComponent,

    /// <summary><c>url_attr "address"</c>: a mailbox or a telephone number.</summary>
    UrlAddress,

    /// <summary><c>raw</c>: captured HTML or a constant, in layouts only.</summary>
    Raw,
}
