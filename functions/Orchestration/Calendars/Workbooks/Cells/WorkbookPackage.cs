using DocumentFormat.OpenXml.Packaging;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>Opens workbooks whose links may be misspelt: Excel keeps a link that nobody can follow, the library refuses the whole file.</summary>
internal static class WorkbookPackage
{
    /// <summary>A copy, to be read only.</summary>
    public static SpreadsheetDocument Open(byte[] content)
    {
        var copy = new MemoryStream();
        copy.Write(content);
        return Open(copy);
    }

    /// <summary>To be changed: what is saved goes into the stream.</summary>
    public static SpreadsheetDocument Open(Stream stream) => SpreadsheetDocument.Open(
        stream, isEditable: true, new OpenSettings
        {
            AutoSave = false,
            RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, link) => Uri.EscapeDataString(link ?? "")),
        });
}
