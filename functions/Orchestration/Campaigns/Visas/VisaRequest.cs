namespace Orchestration.Campaigns.Visas;

/// <summary>A content that waits for its visa.</summary>
/// <param name="Send">The send that would use it: the occurrence that needs it first.</param>
/// <param name="ContentHash">What is to be seen.</param>
/// <param name="Template">Template id.</param>
/// <param name="Author">Cannot be the validator.</param>
/// <param name="Title">Of the campaign.</param>
/// <param name="NeededBy">When that occurrence is prepared.</param>
/// <param name="At">When it was asked, business time.</param>
/// <param name="Caisse">
/// Id of the caisse whose second person confirms its own campaign; null where the visa is Dicom's (domain.md A1, row 16).
/// </param>
public sealed record VisaRequest(
    SendKey Send,
    string ContentHash,
    string Template,
    string Author,
    string Title,
    DateTimeOffset NeededBy,
    DateTimeOffset At,
    string? Caisse = null);
