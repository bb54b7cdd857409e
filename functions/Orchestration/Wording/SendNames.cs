using Orchestration.Campaigns;
using Orchestration.Planning;

namespace Orchestration.Wording;

/// <summary>How planners speak of a send: by the id that they gave it, and by its date when it recurs.</summary>
internal static class SendNames
{
    public static string Of(PlannedSend send) => Of(send.Key);

    public static string Of(SendKey key)
    {
        var parts = key.Value.Split('.');
        return DateOnly.TryParseExact(parts[3], "yyyy-MM-dd", out var date)
            ? French.Text($"{parts[2]}, édition du {FrenchDates.DayMonth(date, date.Year)}")
            : parts[2];
    }

    /// <summary>The id of its campaign.</summary>
    public static string CampaignOf(PlannedSend send) => send.Key.Value.Split('.')[1];

    /// <summary>What a calendar calls it: <c>campaign/send</c>.</summary>
    public static string PathOf(SendKey key)
    {
        var parts = key.Value.Split('.');
        return $"{parts[1]}/{parts[2]}";
    }
}
