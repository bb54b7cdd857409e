using Orchestration.Calendars.Reading;
using Orchestration.Http;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>The body of an order of a model; what could not be read has its default, and is a fault.</summary>
/// <param name="Model">Template id.</param>
/// <param name="Version">That the caisse has seen.</param>
/// <param name="Date">Wished, local to the caisse.</param>
/// <param name="Options">Ids of the model's options.</param>
/// <param name="Window">Narrower hours; null for none.</param>
/// <param name="IfBusy">What to do when the date is too near a national campaign; refuse when not said.</param>
/// <param name="Title">Null for the model's.</param>
public sealed record OrderRequest(
    string Model, int Version, DateOnly Date, IReadOnlyList<string>? Options, TimeWindow? Window, IfBusy? IfBusy, string? Title)
{
    private const int LongestId = 80;
    private const int LargestVersion = 100_000;
    private const int MostOptions = 20;
    private const int LongestTitle = 120;

    private static readonly Dictionary<string, Orders.IfBusy> Choices = new(StringComparer.Ordinal)
    {
        ["refuse"] = Orders.IfBusy.Refuse,
        ["defer"] = Orders.IfBusy.Defer,
    };

    internal static OrderRequest Read(BodyReader body)
    {
        var request = new OrderRequest(
            body.Text("model", LongestId) ?? "",
            body.Integer("version", 1, LargestVersion) ?? 0,
            ReadDate(body) ?? default,
            body.Texts("options", MostOptions, LongestId, required: false),
            ReadWindow(body),
            ReadIfBusy(body),
            body.Text("title", LongestTitle, required: false));
        body.RefuseOthers();
        return request;
    }

    /// <summary>The wished date; what is no date of our time reads as null.</summary>
    internal static DateOnly? ReadDate(BodyReader body)
    {
        if (body.Date("date") is not { } date)
            return null;
        if (date.Year is >= DateText.FirstYear and <= DateText.LastYear)
            return date;
        body.Faults.Add(body.PointerOf("date"), "« date » est hors du calendrier.", $"Choisissez une date de {DateText.FirstYear} à {DateText.LastYear}.");
        return null;
    }

    /// <summary>Local hours, <c>10:00-12:00</c>.</summary>
    internal static TimeWindow? ReadWindow(BodyReader body)
    {
        const int longest = 40;
        if (body.Text("window", longest, required: false) is not { } text)
            return null;
        if (TimeWindow.TryParse(text, out var window))
            return window;
        body.Faults.Add(body.PointerOf("window"), "« window » n'est pas une plage d'heures.", "Écrivez deux heures locales, la fin après le début : « 10:00-12:00 ».");
        return null;
    }

    /// <summary>Refuse when not said.</summary>
    internal static IfBusy ReadIfBusy(BodyReader body) => body.OneOf("ifBusy", Choices, required: false) ?? Orders.IfBusy.Refuse;
}
