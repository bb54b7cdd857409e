using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>Lets a caller repeat a request whose answer was lost: it runs once, and answers the same.</summary>
public sealed class Idempotency(RequestClaims claims, Clocks clocks)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 128;
    private const int LargestBody = 1024 * 1024;

    /// <summary>
    /// Runs a request that changes something. With the header <c>Idempotency-Key</c> (1 to 128 visible ASCII characters) a repeat within 24 hours by the same
    /// caller, on the same path, gets the stored answer with <c>Idempotency-Replayed: true</c>; with another body or query, 422; while
    /// the first attempt still runs, 409 with <c>Retry-After</c>. Answers 5xx and 429 are not stored: a repeat runs again, with the same nonce
    /// and moment. Without the header it runs each time.
    /// </summary>
    /// <param name="request">May still be read by <paramref name="run"/>.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="run">May run again after a crash, with the same argument: its effects derive from it.</param>
    /// <param name="ct">Gives the attempt up.</param>
    public async Task<IResult> RunAsync(HttpRequest request, Caller caller, Func<IdempotentRequest, Task<IResult>> run, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(run);
        if (!request.Headers.TryGetValue(Header, out var header))
            return await run(NewRequest());
        if (header is not [{ Length: > 0 and <= LongestKey } key] || !key.All(character => character is > ' ' and <= '~'))
            return BadKey();
        if (await RequestBodies.ReadBytesAsync(request, LargestBody, ct) is not { } body)
            return RequestBodies.TooLong(LargestBody);

        request.Body = new MemoryStream(body, writable: false);
        var identity = RequestIdentity.Of(request, caller, key, body);
        var claim = await claims.ClaimAsync(identity, NewRequest, ct);
        return claim.Answer ?? await AnswerAsync(claim.Held!, request, run);
    }

    private static async Task<IResult> AnswerAsync(HeldRequest held, HttpRequest request, Func<IdempotentRequest, Task<IResult>> run)
    {
        await using (held)
        {
            var answer = await StoredAnswer.OfAsync(await run(held.Request), request.HttpContext);
            return answer.MayBeStored ? await held.StoreAsync(answer) : answer.First;
        }
    }

    private IdempotentRequest NewRequest() => new(RandomNumberGenerator.GetHexString(16, lowercase: true), clocks.Business.GetUtcNow());

    private static IResult BadKey()
    {
        var faults = new Faults();
        faults.Add(Header, "La clé n'est pas de 1 à 128 caractères ASCII visibles.", "Envoyez par exemple un UUID, une seule fois.");
        return HttpProblems.BadRequest(faults);
    }
}
