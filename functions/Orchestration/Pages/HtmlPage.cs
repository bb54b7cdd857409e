namespace Orchestration.Pages;

/// <summary>The beginning and the end of every page: in French, self-contained, loading and running nothing.</summary>
internal static class HtmlPage
{
    /// <param name="page">An empty page.</param>
    /// <param name="title">Of the document.</param>
    /// <param name="style">More than the look that every page has; null for that alone.</param>
    /// <param name="forms">Whether the page may post to its own address.</param>
    public static void AddHead(this HtmlMarkup page, string title, StyleSheet? style = null, bool forms = false)
    {
        var sheet = style ?? PageStyle.Sheet;
        page.Add($"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{(forms ? sheet.PolicyWithForms : sheet.Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            """);
        page.AddStyle(sheet.Css);
        page.Add($"""
            </head>
            <body>
            <main>
            """);
    }

    public static void AddEnd(this HtmlMarkup page) => page.Add($"""
        </main>
        </body>
        </html>
        """);
}
