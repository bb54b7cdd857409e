using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Steps of a durable history in words.</summary>
internal static class HistoryTable
{
    /// <param name="page">Where it is written.</param>
    /// <param name="steps">Newest first.</param>
    /// <param name="first">The number of the first of them, counted from the beginning of the history.</param>
    public static void Write(HtmlMarkup page, IReadOnlyList<HistoryEvent> steps, int first)
    {
        page.Add($"""
            <div class="wide" role="region" aria-label="Historique" tabindex="0"><table><caption>Heure de Paris</caption><thead><tr><th scope="col">N°</th><th scope="col">Quand</th><th scope="col">Étape</th><th scope="col">Détail</th></tr></thead><tbody>
            """);
        for (var i = 0; i < steps.Count; i++)
        {
            var at = new DateTimeOffset(DateTime.SpecifyKind(steps[i].Timestamp, DateTimeKind.Utc));
            page.Add($"""
                <tr><td class="number">{FrenchNumbers.Of(first - i)}</td><td class="nowrap">{Moments.Exact(at)}</td><td class="nowrap">{NameOf(steps[i])}</td><td class="nowrap"><code>{DetailOf(steps[i])}</code></td></tr>
                """);
        }

        page.Add($"</tbody></table></div>");
    }

    public static string NameOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => "pas encore commencée",
        OrchestrationRuntimeStatus.Running => "en cours",
        OrchestrationRuntimeStatus.Suspended => "en sommeil",
        OrchestrationRuntimeStatus.Completed => "terminée",
        OrchestrationRuntimeStatus.Failed => "tombée",
        OrchestrationRuntimeStatus.Terminated => "interrompue",
        var other => other.ToString(),
    };

    private static string NameOf(HistoryEvent step) => step.EventType switch
    {
        EventType.ExecutionStarted => "Début",
        EventType.ExecutionCompleted => "Fin",
        EventType.ExecutionFailed => "Échec",
        EventType.ExecutionTerminated => "Interruption",
        EventType.ExecutionSuspended => "Mise en sommeil",
        EventType.ExecutionResumed => "Réveil",
        EventType.ContinueAsNew => "Nouvel historique",
        EventType.TaskScheduled => "Activité demandée",
        EventType.TaskCompleted => "Activité terminée",
        EventType.TaskFailed => "Activité en échec",
        EventType.SubOrchestrationInstanceCreated => "Caisse lancée",
        EventType.SubOrchestrationInstanceCompleted => "Caisse terminée",
        EventType.SubOrchestrationInstanceFailed => "Caisse tombée",
        EventType.TimerCreated => "Attente jusqu’au",
        EventType.TimerFired => "Fin d’attente",
        EventType.EventRaised => "Signal reçu",
        EventType.EventSent => "Signal envoyé",
        EventType.OrchestratorStarted => "Réaction",
        EventType.OrchestratorCompleted => "Fin de réaction",
        var other => other.ToString(),
    };

    /// <summary>Names and moments only: contents are never shown.</summary>
    private static string? DetailOf(HistoryEvent step) => step switch
    {
        ExecutionStartedEvent started => started.Name,
        TaskScheduledEvent task => task.Name,
        TaskFailedEvent failed => failed.FailureDetails?.ErrorType,
        SubOrchestrationInstanceCreatedEvent child => child.InstanceId,
        SubOrchestrationInstanceFailedEvent failed => failed.FailureDetails?.ErrorType,
        TimerCreatedEvent timer => Moments.Exact(new DateTimeOffset(DateTime.SpecifyKind(timer.FireAt, DateTimeKind.Utc))),
        EventRaisedEvent raised => raised.Name,
        EventSentEvent sent => $"{sent.Name} {sent.InstanceId}",
        _ => null,
    };
}
