namespace Orchestration.Planning.Views.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Id">The same for ever, whatever else changes; unique within the feed.</param>
/// <param name="Summary">In French, one line.</param>
/// <param name="Description">In French, lines.</param>
/// <param name="Category">What kind of entry it is, in French.</param>
/// <param name="When">Days, or moments.</param>
/// <param name="IsCancelled">It will not take place; readers strike it out.</param>
public sealed record FeedEvent(
    string Id, string Summary, IReadOnlyList<string> Description, string Category, FeedSpan When, bool IsCancelled = false);

/// <summary>When an entry is.</summary>
public abstract record FeedSpan;

/// <summary>Whole days, both included, whatever the reader's time zone.</summary>
public sealed record FeedDays(DateOnly First, DateOnly Last) : FeedSpan;

/// <summary>From one moment to a later one.</summary>
public sealed record FeedMoments(DateTimeOffset Start, DateTimeOffset End) : FeedSpan;
