using Orchestration.Audience;
using Orchestration.Caisses.Library;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Views;

/// <summary>What a caisse reads of a model or layout before it orders it or fills it in.</summary>
/// <param name="Id">Template id, to be named in an order.</param>
/// <param name="Kind">Model or layout.</param>
/// <param name="Name">Second part of the id.</param>
/// <param name="Version">Published; an order names it.</param>
/// <param name="Title">In French.</param>
/// <param name="Purpose">Decides STOP, hours and opt-out.</param>
/// <param name="Public">Whom it is written for.</param>
/// <param name="Channels">In order of preference: the first that can reach a person.</param>
/// <param name="Hours">When it may go out.</param>
/// <param name="LeadTime">In French: until when it can be ordered for a date.</param>
/// <param name="SmsSegments">Of the sample; null without SMS.</param>
/// <param name="CostPerThousand">Euros for a thousand people reached, by channel; by working assumptions.</param>
/// <param name="Visa">Whether Dicom has approved this version.</param>
/// <param name="Orderable">Whether it can be used now.</param>
/// <param name="Reasons">In French, why it cannot; empty when it can.</param>
public sealed record LibraryView(
    string Id,
    LibraryKind Kind,
    string Name,
    int Version,
    string Title,
    Purpose Purpose,
    Population Public,
    IReadOnlyList<Channel> Channels,
    HoursView Hours,
    string LeadTime,
    int? SmsSegments,
    IReadOnlyDictionary<Channel, decimal> CostPerThousand,
    VisaStatus Visa,
    bool Orderable,
    IReadOnlyList<string> Reasons)
{
    /// <summary>Of a model: what it must not meet a national campaign on.</summary>
    public string? Theme { get; init; }

    /// <summary>Of a model: criterion, as its visa covers it.</summary>
    public string? Audience { get; init; }

    /// <summary>Of a model: narrower audiences that may be chosen.</summary>
    public IReadOnlyList<OrderOption>? Options { get; init; }

    /// <summary>Of a model: « consigne ».</summary>
    public string? Guidance { get; init; }

    /// <summary>Of a model: first day on which it can be ordered; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Of a model: last day on which it may go out; null for no bound.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What an invented person would get; only with one model or layout at a time.</summary>
    public SampleView? Sample { get; init; }

    public static LibraryView Of(LibraryEntry entry, PlanningRules rules, CaisseOptions options)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(rules);
        var (model, manifest, order) = (entry.Model, entry.Model.Manifest, entry.Model.Manifest.Order);
        var segments = model.Package.Preview.Sms?.Size.Segments;
        return new LibraryView(
            manifest.Id, model.Kind, model.Name, manifest.Version, manifest.Title, manifest.Purpose, manifest.Population, manifest.Channels,
            HoursView.Of(rules, manifest.Channels, order?.Window), LeadTimeOf(rules), segments,
            Costs.PerThousand(options, manifest.Channels, segments ?? 0), entry.Visa, entry.IsOrderable, entry.Hindrances)
        {
            Theme = order?.Theme,
            Audience = order?.Audience,
            Options = order?.Options,
            Guidance = order?.Guidance,
            From = order?.From,
            Until = order?.Until,
        };
    }

    private static string LeadTimeOf(PlanningRules rules) =>
        French.Text($"À commander avant la veille de l'envoi, {FrenchDates.Hour(rules.PreparationHour)}, heure de la caisse.");
}

/// <summary>The whole library.</summary>
public sealed record LibraryList(IReadOnlyList<LibraryView> Items);

/// <summary>Local hours of ordinary days; null when nothing goes out.</summary>
public sealed record HoursView(TimeWindow? Weekdays, TimeWindow? Saturday, TimeWindow? Sunday)
{
    public static HoursView Of(PlanningRules rules, IReadOnlyList<Channel> channels, TimeWindow? window)
    {
        return new(On(DayOfWeek.Monday), On(DayOfWeek.Saturday), On(DayOfWeek.Sunday));

        TimeWindow? On(DayOfWeek day) => SendingHours.Common(rules, channels, window, day, isHoliday: false);
    }
}
