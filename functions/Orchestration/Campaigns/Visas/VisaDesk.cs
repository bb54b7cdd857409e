using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;

namespace Orchestration.Campaigns.Visas;

/// <summary>A decision on the content that was shown.</summary>
public sealed record VisaAnswer(SendKey Send, string ContentHash, bool Granted, string? Remark);

/// <summary>Takes decisions on visas, whichever way they come, and tells the sends that wait for them.</summary>
public sealed class VisaDesk(VisaStore visas, SendStore sends)
{
    /// <summary>Dicom validates what is national and the models of the library; the DDO may confirm what a caisse wrote itself (domain.md A1, row 16).</summary>
    public static bool IsFor(VisaRequest request, Caller caller) =>
        caller.Caisse is null && caller.IsAnyOf([request.Caisse is null ? Role.Validator : Role.Operator]);

    /// <summary>Nobody decides on their own content.</summary>
    public static bool IsAuthor(VisaRequest request, Caller caller) => PersonName.IsSame(request.Author, caller.Id);

    /// <returns>False when such a decision is not the caller's to take.</returns>
    /// <exception cref="VisaRefusedException">Nobody asked for this visa, or the caller is the author.</exception>
    public async Task<bool> DecideAsync(VisaAnswer answer, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await visas.FindRequestAsync(answer.Send, answer.ContentHash, cancellation) is { } request && !IsFor(request, caller))
            return false;
        await visas.DecideAsync(answer.Send, answer.ContentHash, answer.Granted, caller.Id, answer.Remark, cancellation);
        await TellAsync(answer.Send, client, cancellation);
        return true;
    }

    /// <summary>Every order of a model waits for the visa of the model.</summary>
    private async Task TellAsync(SendKey send, DurableTaskClient client, CancellationToken cancellation)
    {
        if (OrderId.IsModel(send))
        {
            await client.RingOrdersAsync(send.Value.Split('.')[1], cancellation);
            return;
        }

        foreach (var occurrence in await sends.OccurrencesAsync(send, cancellation))
            await client.RingAsync(occurrence.Value, cancellation);
    }
}
