using Orchestration.LocalRuntime.Time;

namespace Orchestration.Local.Demo;

/// <summary>A validator of Dicom, who reads what is pending every morning and grants it.</summary>
internal sealed class ValidatorActor(DemoStage stage, BusinessTime time)
{
    private static readonly TimeSpan Arrival = TimeSpan.FromHours(7);

    public async Task RunAsync(CancellationToken cancellation)
    {
        // This very moment counts: a demo that was interrupted while the validator read goes on there.
        var morning = time.WaitUntilAsync(MorningFrom(time.GetUtcNow()), cancellation);
        while (true)
        {
            using var hold = await morning;
            foreach (var request in await stage.PendingVisasAsync(cancellation))
                await stage.GrantAsync(request, cancellation);

            // Before the hold ends: or the clock could pass a morning.
            morning = time.WaitUntilAsync(MorningFrom(time.GetUtcNow().AddTicks(1)), cancellation);
        }
    }

    /// <returns>The first arrival at this moment or after it.</returns>
    internal static DateTimeOffset MorningFrom(DateTimeOffset moment)
    {
        var today = new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero) + Arrival;
        return moment <= today ? today : today.AddDays(1);
    }
}
