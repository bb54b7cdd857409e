using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orchestration.Calendars.Workbooks;
using Orchestration.Campaigns;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Which sends somebody looks for, as the address of the page says it: a page can be kept and passed on.</summary>
/// <param name="Text">Words that must all be found in title, key, theme or template.</param>
/// <param name="Type">Of campaign.</param>
/// <param name="Campaign">Id of a campaign.</param>
/// <param name="Caisse">Id of a caisse in scope.</param>
/// <param name="State">Where they stand.</param>
/// <param name="ToRetry">Only those with a caisse that could not be counted.</param>
/// <param name="From">Planned on that day or later.</param>
/// <param name="To">Planned on that day or before.</param>
internal sealed record SendFilter(
    string? Text, CampaignType? Type, string? Campaign, string? Caisse, BoardState? State, bool ToRetry, DateOnly? From, DateOnly? To)
{
    public const string Words = "q";
    public const string OfType = "type";
    public const string OfCampaign = "campaign";
    public const string OfCaisse = "caisse";
    public const string OfState = "state";
    public const string Retry = "retry";
    public const string Since = "from";
    public const string Until = "to";

    private const int LongestText = 200;
    private const string DateFormat = "yyyy-MM-dd";

    public bool IsEmpty => this == new SendFilter(null, null, null, null, null, false, null, null);

    /// <summary>What cannot be read counts as not said.</summary>
    public static SendFilter Read(Func<string, string?> value)
    {
        return new SendFilter(
            Said(Words),
            Enum.TryParse<CampaignType>(Said(OfType), true, out var type) && Enum.IsDefined(type) ? type : null,
            Said(OfCampaign),
            Said(OfCaisse),
            Enum.TryParse<BoardState>(Said(OfState), true, out var state) && Enum.IsDefined(state) ? state : null,
            Said(Retry) is not null,
            Day(Said(Since)),
            Day(Said(Until)));

        string? Said(string name) => value(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text[..Math.Min(text.Length, LongestText)].Trim() : null;
        static DateOnly? Day(string? text) =>
            DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public static SendFilter Of(IQueryCollection query) => Read(name => query[name].ToString());

    public bool Holds(BoardRow row) =>
        (Type is null || row.Send.Type == Type)
        && (Campaign is null || row.Send.Campaign == Campaign)
        && (Caisse is null || row.Send.Caisses.Contains(Caisse))
        && (State is null || row.State == State)
        && (!ToRetry || row.NotCounted > 0)
        && (From is null || row.Send.Date >= From)
        && (To is null || row.Send.Date <= To)
        && (Text is null || Folded.Of(Text).Split(' ').All(word => row.Send.Found.Contains(word, StringComparison.Ordinal)));

    /// <summary>What is said, as fields of a form or parts of an address.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        (string Name, string? Value)[] all =
        [
            (Words, Text), (OfType, Type?.ToString()), (OfCampaign, Campaign), (OfCaisse, Caisse), (OfState, State?.ToString()),
            (Retry, ToRetry ? "1" : null), (Since, DateText(From)), (Until, DateText(To)),
        ];
        return all.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!));
    }

    /// <summary>« q=grippe&amp;state=Sending »; empty for no filter.</summary>
    public string Query(params (string Name, string Value)[] more) => string.Join(
        '&', Fields().Concat(more).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    public static string? DateText(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);
}
