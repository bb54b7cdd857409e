using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>From a calendar in force to what each audience sees of it: pure.</summary>
public static class PlanFeed
{
    public static IReadOnlyList<FeedEvent> Of(FeedSource source, FeedAudience audience)
    {
        var sends = source.Sends.Select(send => (Send: send, IsCancelled: source.Cancelled.Contains(send.Key)))
            .Concat(source.Withdrawn.Select(send => (Send: send, IsCancelled: true)))
            .Where(pair => pair.Send.ActiveZones().Any())
            .OrderBy(pair => pair.Send.Key.Value, StringComparer.Ordinal)
            .ToList();
        var events = audience switch
        {
            { Caisse: { } caisse } => sends.SelectMany(pair => CaisseEvents.Of(pair.Send, caisse, pair.IsCancelled)).Concat(CaisseEvents.Letters(source, caisse)),
            { Name: "ddo" } => sends.SelectMany(pair => OperatorEvents.Of(pair.Send, pair.IsCancelled)).Concat(VisaEvents.Of(source)),
            _ => DicomEvents.Of(source, sends).Concat(VisaEvents.Of(source)),
        };
        return [.. events.OrderBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the whole is called.</summary>
    public static string Title(FeedSource source, FeedAudience audience) =>
        French.Text($"{source.Outline?.Title ?? source.Calendar} ({Reader(audience)})");

    private static string Reader(FeedAudience audience) => audience switch
    {
        { Caisse: { } caisse } => caisse.Name,
        { Name: "ddo" } => "DDO",
        _ => "Dicom",
    };
}
