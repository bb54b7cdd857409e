using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Campaigns;

namespace Orchestration.Caisses.Orders;

/// <summary>
/// Names what one caisse ordered or wrote: <c>cmd-cpam-80-6d2f01c4-8f2a</c>, or <c>essai-…</c> for what goes to the outbox only. It is the first
/// part of its send key, in the place of a calendar's. Of one caisse, ids sort by the moment of the order.
/// </summary>
public static partial class OrderId
{
    private const string Real = "cmd-";
    private const string Test = "essai-";

    /// <summary>Stands in the place of a calendar for the models of the library, whose visa counts for every order.</summary>
    public const string Library = "bibliotheque";

    /// <param name="caisse">Id of the caisse.</param>
    /// <param name="at">Business time, to the second.</param>
    /// <param name="isTest">Whether its messages go to the outbox only.</param>
    /// <param name="salt">Tells two orders of one second apart.</param>
    public static string Create(string caisse, DateTimeOffset at, bool isTest, ushort salt) => string.Create(
        CultureInfo.InvariantCulture, $"{(isTest ? Test : Real)}{caisse.ToLowerInvariant()}-{at.ToUnixTimeSeconds():x8}-{salt:x4}");

    /// <summary>
    /// The ids that a request may take, in order: another order of the same second may have the first. Every attempt of a request finds the same ones.
    /// </summary>
    /// <param name="caisse">Id of the caisse.</param>
    /// <param name="at">Business time of the first attempt.</param>
    /// <param name="isTest">Whether its messages go to the outbox only.</param>
    /// <param name="nonce">16 hex digits.</param>
    public static IEnumerable<string> Candidates(string caisse, DateTimeOffset at, bool isTest, string nonce) => nonce
        .Chunk(4)
        .Select(digits => Create(caisse, at, isTest, ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));

    /// <summary>Compares two orders of one caisse by their moment, whether tests or not.</summary>
    /// <returns>Above 0 when the first is the newer.</returns>
    public static int Order(string one, string other) => string.CompareOrdinal(Moment(one), Moment(other)) is var order and not 0 ? order : string.CompareOrdinal(one, other);

    /// <summary>Whether a text can be the id of an order of that caisse.</summary>
    public static bool IsOf(string caisse, string id) => Shape().Match(id) is { Success: true } match && match.Groups[1].ValueSpan.Equals(caisse, StringComparison.OrdinalIgnoreCase);

    /// <summary>No calendar may have such an id: its sends would pass for those of an order.</summary>
    public static bool IsReserved(string calendar) => calendar == Library || Shape().IsMatch(calendar);

    /// <summary>Whether the messages of a send go to the outbox, whatever the adapters of the installation.</summary>
    public static bool IsTest(SendKey send) => send.Value.StartsWith(Test, StringComparison.Ordinal) && Shape().IsMatch(send.Value.Split('.')[0]);

    /// <summary>Whether a key stands for a model of the library, and not for a send.</summary>
    public static bool IsModel(SendKey key) => key.Value.StartsWith(Library + ".", StringComparison.Ordinal);

    private static string Moment(string id) => id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"\A(?:cmd|essai)-([a-z0-9-]+)-[0-9a-f]{8}-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
