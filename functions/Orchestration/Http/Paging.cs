using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Orchestration.Http;

/// <summary>
/// Keyset paging: <c>?limit=</c> items after the one whose key is <c>?after=</c>. A list that grows meanwhile shows nothing twice and leaves nothing out.
/// </summary>
internal static class Paging
{
    private const string LimitParameter = "limit";
    private const string AfterParameter = "after";
    private const int LongestKey = 200;

    /// <returns>How many items are wanted and the key that they follow, null for the beginning; or 400 with the faults.</returns>
    public static (int Limit, string? After, IResult? Problem) ReadPage(this HttpRequest request, int defaultLimit = 50, int largest = 200)
    {
        var faults = new Faults();
        var limit = defaultLimit;
        if (request.Query.TryGetValue(LimitParameter, out var asked)
            && (asked is not [{ } text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > largest))
            faults.Add("?limit", "« limit » n'est pas un nombre possible.", $"Écrivez un nombre de 1 à {largest}.");
        string? after = null;
        if (request.Query.TryGetValue(AfterParameter, out var key))
        {
            after = key is [{ Length: > 0 and <= LongestKey } one] && one.All(char.IsAscii) && !one.Any(char.IsControl) ? one : null;
            if (after is null)
                faults.Add("?after", "« after » n'est pas la clé d'un élément.", "Suivez l'adresse « next » de la page d'avant.");
        }

        return (limit, after, faults.Any ? HttpProblems.BadRequest(faults) : null);
    }

    /// <summary>Makes a page of what follows the key.</summary>
    /// <param name="request">Its path and other parameters are those of the next page.</param>
    /// <param name="following">What follows, in order; one more than the limit is enough.</param>
    /// <param name="limit">As <see cref="ReadPage"/> read it.</param>
    /// <param name="keyOf">The key of an item.</param>
    public static Page<T> PageOf<T>(this HttpRequest request, IEnumerable<T> following, int limit, Func<T, string> keyOf)
    {
        var items = following.Take(limit + 1).ToList();
        if (items.Count <= limit)
            return new Page<T>(items, null);
        items.RemoveAt(limit);
        return new Page<T>(items, NextOf(request, limit, keyOf(items[^1])));
    }

    private static string NextOf(HttpRequest request, int limit, string after)
    {
        var others = request.Query
            .Where(parameter => parameter.Key is not (LimitParameter or AfterParameter))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)));
        return QueryHelpers.AddQueryString(
            request.Path.ToUriComponent(),
            [.. others, new(AfterParameter, after), new(LimitParameter, limit.ToString(CultureInfo.InvariantCulture))]);
    }
}
