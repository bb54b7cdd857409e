using Azure;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.Reports;

/// <summary>The account of one send in one caisse, counted from its decisions and outcomes.</summary>
/// <param name="Caisse">Which caisse.</param>
/// <param name="Phase">How it ended.</param>
/// <param name="Why">In French, when it could not be counted or did not go.</param>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Queued">People in a lot.</param>
/// <param name="Excluded">By reason.</param>
/// <param name="Counts">Messages by status.</param>
/// <param name="Withheld">Withheld messages by reason.</param>
/// <param name="Failed">Failed messages by reason.</param>
/// <param name="RejectedRows">Rows of the shard that were set aside: they belong to the datamart's account, not to this one.</param>
public sealed record CaisseTally(
    string Caisse,
    CaissePhase Phase,
    string? Why,
    int Targeted,
    int Queued,
    IReadOnlyDictionary<string, int> Excluded,
    DeliveryCounts Counts,
    IReadOnlyDictionary<string, int> Withheld,
    IReadOnlyDictionary<string, int> Failed,
    int RejectedRows)
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>();

    /// <summary>Queued messages without a last word.</summary>
    public int Pending => Queued - Counts.Final;

    public CaisseStatus Status => new(Caisse, Phase, Why, Targeted, Queued, Excluded, Counts);

    public static string Path(SendKey send, string caisse) => $"{send}/{caisse}/tally.json";

    /// <summary>Names one version of an account, however its tag is quoted.</summary>
    public static string NameOf(string path, ETag version) => $"{path}@{version.ToString().Trim('"')}";

    public static CaisseTally Nothing(string caisse, CaissePhase phase, string? why) =>
        new(caisse, phase, why, 0, 0, None, DeliveryCounts.None, None, None, 0);

    /// <summary>At closure, a message that was accepted and never confirmed is unknown.</summary>
    public CaisseTally Close() => this with
    {
        Counts = Counts with { Accepted = 0, Unknown = Counts.Unknown + Counts.Accepted },
    };
}
