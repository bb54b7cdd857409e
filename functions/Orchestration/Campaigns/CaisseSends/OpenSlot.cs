using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Which send and caisse, and the business time at which its orchestration asks.</summary>
public sealed record OpenSlotInput(SendKey Send, string Caisse, DateTimeOffset Now, DateTimeOffset ExpiresAt);

/// <summary>
/// Reads again, when a slot comes, what decides whether messages may go: control, the hours of the caisse, and the visa on the content as it
/// stands now. A content that changed after its visa does not go.
/// </summary>
public sealed class OpenSlot(SendStore sends, ControlStore control, VisaGate visas, CaisseHours hours)
{
    [Function(nameof(OpenSlot))]
    public async Task<SlotGate> RunAsync([ActivityTrigger] OpenSlotInput input, CancellationToken cancellation)
    {
        var reading = sends.ReadAsync(input.Send, cancellation);
        var state = (await control.ReadAsync(cancellation))[input.Send];
        if (state == SendControl.Cancelled)
            return SlotGate.Over(LotEnd.Cancelled, "annulé");
        if (input.Now >= input.ExpiresAt)
            return SlotGate.Over(LotEnd.Expired, "expiré");
        if (state == SendControl.Paused)
            return SlotGate.Wait(input.ExpiresAt, "en pause");

        var plan = (await reading).Plan;
        var allowed = hours.NextSlot(plan, input.Caisse, input.Now);
        if (allowed.Start > input.Now)
            return SlotGate.Wait(allowed.Start, "hors des heures d’envoi");

        var visa = await visas.CheckAsync(plan, input.Now, cancellation);
        return visa.IsGranted
            ? SlotGate.Open(visa.Content!.Hash)
            : SlotGate.Wait(input.ExpiresAt, $"le contenu a changé depuis les décisions : {visa.Missing}");
    }
}
