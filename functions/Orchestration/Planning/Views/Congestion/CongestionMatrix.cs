using Orchestration.Audience;

namespace Orchestration.Planning.Views.Congestion;

/// <summary>How much each public gets, week by week (domain.md A4, row 62).</summary>
/// <param name="Publics">The columns: those that get anything, in the order of the enumeration.</param>
/// <param name="Weeks">Every week from the first to the last that has something, ascending, and all of the calendar's year.</param>
/// <param name="Quarters">The four quarters of the calendar's year.</param>
/// <param name="Total">Of all weeks and publics.</param>
/// <param name="UnknownJourneys">Journeys whose volume nobody knows, as <c>campaign/send</c>: they are in no week.</param>
/// <param name="Awaited">Sends whose trigger nobody has raised, as <c>campaign/send</c>: they are in no week.</param>
public sealed record CongestionMatrix(
    IReadOnlyList<Population> Publics,
    IReadOnlyList<CongestionRow> Weeks,
    IReadOnlyList<QuarterLoad> Quarters,
    Load Total,
    IReadOnlyList<string> UnknownJourneys,
    IReadOnlyList<string> Awaited)
{
    /// <summary>The part of the year's messages that the fourth quarter has, 0 to 1; null when nothing is known.</summary>
    public double? FourthQuarterShare => Quarters[3].Share;

    /// <summary>
    /// What counts as very much for a public: its busiest week, yet at least twice an ordinary one, since a public that always gets
    /// the same has no busy week.
    /// </summary>
    public long Scale(int column)
    {
        List<long> weeks = [.. Weeks.Select(week => week.Publics[column].Messages).Where(messages => messages > 0)];
        return weeks.Count == 0 ? 0 : Math.Max(weeks.Max(), 2 * (weeks.Sum() / weeks.Count));
    }
}

/// <summary>One week.</summary>
/// <param name="Week">Which.</param>
/// <param name="Publics">One cell for each column.</param>
/// <param name="Total">Of all publics.</param>
public sealed record CongestionRow(IsoWeek Week, IReadOnlyList<Load> Publics, Load Total);

/// <summary>One quarter of the calendar's year.</summary>
/// <param name="Number">1 to 4.</param>
/// <param name="Load">Of all publics.</param>
/// <param name="Share">Of the four quarters' messages, 0 to 1; null when nothing is known.</param>
public sealed record QuarterLoad(int Number, Load Load, double? Share);

/// <summary>Messages, as far as they are known.</summary>
/// <param name="Emails">By e-mail.</param>
/// <param name="Sms">By SMS.</param>
/// <param name="Sends">Occurrences that have a slot in it; a journey counts for one.</param>
/// <param name="Unknown">How many of them have a volume that nobody knows.</param>
public sealed record Load(long Emails, long Sms, int Sends, int Unknown)
{
    public static Load None { get; } = new(0, 0, 0, 0);

    public long Messages => Emails + Sms;
}
