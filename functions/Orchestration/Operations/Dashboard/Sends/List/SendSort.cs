namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>In which order sends are listed.</summary>
internal enum SendSort
{
    /// <summary>Nearest to now first, whether past or to come.</summary>
    Near,
    Oldest,
    Newest,
    Title,

    /// <summary>Most failed messages first.</summary>
    Failures,
}

internal static class SendSorts
{
    public static string NameOf(SendSort sort) => sort switch
    {
        SendSort.Near => "plus proches",
        SendSort.Oldest => "plus anciens",
        SendSort.Newest => "plus récents",
        SendSort.Title => "titre",
        SendSort.Failures => "plus d’échecs",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "An order without a name."),
    };

    /// <summary>The same order each time: ties are told apart by key.</summary>
    public static IReadOnlyList<BoardRow> Sort(IEnumerable<BoardRow> rows, SendSort sort, DateTimeOffset now) => [.. (sort switch
    {
        SendSort.Oldest => rows.OrderBy(row => row.Send.Starts),
        SendSort.Newest => rows.OrderByDescending(row => row.Send.Starts),
        SendSort.Title => rows.OrderBy(row => row.Send.Title, StringComparer.OrdinalIgnoreCase),
        SendSort.Failures => rows.OrderByDescending(row => row.Counts.Failed),
        _ => rows.OrderBy(row => (row.Send.Starts - now).Duration()),
    }).ThenBy(row => row.Send.Key.Value, StringComparer.Ordinal)];
}
