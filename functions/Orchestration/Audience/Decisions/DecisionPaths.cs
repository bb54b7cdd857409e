using Orchestration.Campaigns;

namespace Orchestration.Audience.Decisions;

/// <summary>Where the decisions of a send and caisse lie.</summary>
public static class DecisionPaths
{
    public static string Index(SendKey send, string caisse) => $"{send}/{caisse}/index.json";

    public static string Part(SendKey send, string caisse, string run, int part) => $"{send}/{caisse}/{run}/{part:0000}.ndjson.gz";

    /// <summary>Who was stopped between the decision and the rendering of a lot.</summary>
    /// <param name="send">Which occurrence.</param>
    /// <param name="caisse">Which caisse.</param>
    /// <param name="lot">Number of the lot.</param>
    /// <param name="sha256">Of the very rendering that they are not in.</param>
    public static string Withheld(SendKey send, string caisse, int lot, string sha256) =>
        $"{send}/{caisse}/withheld/{lot:0000}-{sha256}.ndjson";

    /// <summary>In the container of the lots.</summary>
    public static string Recipients(SendKey send, string caisse, string run, int lot) =>
        $"{send}/{caisse}/{run}/{lot:0000}.recipients.ndjson.gz";
}
