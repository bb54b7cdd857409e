using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Delivery.Poison;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>What was given up, in French.</summary>
internal static class PoisonWords
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        [nameof(System.Text.Json.JsonException)] = "le message est illisible",
        ["FunctionInputConverterException"] = "le message est illisible",
        [nameof(LotBusyException)] = "le lot est resté pris par une autre remise",
        [nameof(TransientDeliveryException)] = "le prestataire n’a pas pu prendre les messages",
        [nameof(InvalidReceiptException)] = "l’accusé ne correspond à rien",
        [nameof(MissingBlobException)] = "un document manque dans le stockage",
        [nameof(Azure.RequestFailedException)] = "le stockage a refusé ou n’a pas répondu",
        [nameof(TaskCanceledException)] = "le traitement a été interrompu",
        [nameof(OperationCanceledException)] = "le traitement a été interrompu",
    };

    /// <summary>« Remises de lots », « Accusés ».</summary>
    public static string NameOf(string queue) => queue switch
    {
        StorageDeliveryQueue.Name => "Remises de lots",
        ApplyReceipt.Queue => "Accusés des prestataires",
        _ => queue,
    };

    public static string Of(GivenUp? reason) =>
        reason is null ? "motif non enregistré" : Reasons.GetValueOrDefault(reason.Error.Split(':', ' ')[0], "erreur inattendue");

    public static string CountOf(PoisonPile pile) => pile.IsMore
        ? French.Text($"plus de {pile.Count} messages abandonnés")
        : French.Count(pile.Count, "message abandonné", "messages abandonnés");

    /// <summary>« depuis 3 heures ».</summary>
    public static string Age(TimeSpan age) =>
        age < TimeSpan.FromMinutes(1) ? "depuis moins d’une minute"
        : age < TimeSpan.FromHours(1) ? French.Text($"depuis {French.Count((int)age.TotalMinutes, "minute", "minutes")}")
        : age < TimeSpan.FromDays(1) ? French.Text($"depuis {French.Count((int)age.TotalHours, "heure", "heures")}")
        : French.Text($"depuis {French.Count((int)age.TotalDays, "jour", "jours")}");

    /// <summary>The word of an address.</summary>
    public static string WordOf(PoisonAction action) => action == PoisonAction.Replay ? "remettre" : "ecarter";

    public static PoisonAction? ActionOf(string word) => word switch
    {
        "remettre" => PoisonAction.Replay,
        "ecarter" => PoisonAction.Discard,
        _ => null,
    };
}
