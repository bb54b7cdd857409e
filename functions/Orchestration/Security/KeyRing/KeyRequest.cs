using Orchestration.Caisses;
using Orchestration.Wording;

namespace Orchestration.Security.KeyRing;

/// <summary>A key that somebody asks for.</summary>
/// <param name="Caller">Whose it will be.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Lifetime">From now.</param>
/// <param name="Caisse">Goes with <see cref="Role.Caisse"/>, and with no other.</param>
/// <param name="IsTest">What it orders goes to the outbox only.</param>
public sealed record KeyRequest(string Caller, Role Role, TimeSpan Lifetime, string? Caisse = null, bool IsTest = false)
{
    public const int LongestLifetimeInDays = 366;

    private const int LongestCaller = 100;

    /// <returns>Why there is no such key, in French; null when there is.</returns>
    public string? Refusal()
    {
        if (string.IsNullOrWhiteSpace(Caller) || Caller.Length > LongestCaller || Caller.Any(Unprintable.Is))
            return French.Text($"Dites à qui est la clé, en {LongestCaller} caractères au plus.");
        if (Lifetime <= TimeSpan.Zero || Lifetime > TimeSpan.FromDays(LongestLifetimeInDays))
            return French.Text($"Une clé vit de 1 à {LongestLifetimeInDays} jours.");
        if (Role == Role.None)
            return French.Text($"Une clé sans rôle n'ouvre rien : donnez-lui un rôle.");
        // Nothing that the national roles decide is a test: a visa or a cancellation of such a key would count.
        if (IsTest && Role != Role.Caisse)
            return French.Text($"Une clé d'essai va avec le rôle « caisse » seulement : ce que les autres rôles décident compte toujours.");
        return Role.HasFlag(Role.Caisse) ? RefusalOfCaisse() : Caisse is null ? null : French.Text($"Une caisse va avec le rôle « caisse » seulement.");
    }

    /// <summary>Whether it counts among the keys that this one would be one more of.</summary>
    internal bool IsLike(ApiKey key) => (key.Caller, key.Role, key.Caisse, key.IsTest) == (Caller, Role, Caisse, IsTest);

    // The national roles know every caisse: with one of them, the bounds of the caisse would bound nothing.
    private string? RefusalOfCaisse()
    {
        if (Role != Role.Caisse)
            return French.Text($"Le rôle « caisse » ne se cumule pas : les autres rôles voient toutes les caisses.");
        if (Caisse is null)
            return French.Text($"Le rôle « caisse » demande une caisse, par exemple « CPAM-80 ».");
        if (CaisseDirectory.Find(Caisse) is not null)
            return null;
        return NearNames.Find(Caisse, CaisseDirectory.All.Select(caisse => caisse.Id)) is { } near
            ? French.Text($"La caisse « {Caisse} » n'existe pas. Vouliez-vous dire « {near} » ?")
            : French.Text($"La caisse « {Caisse} » n'existe pas : un identifiant est de la forme « CPAM-80 ».");
    }
}
