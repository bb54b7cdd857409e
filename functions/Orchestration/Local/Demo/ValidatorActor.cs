using Orchestration.LocalRuntime.Time;

namespace Orchestration.Local.Demo;

/// <summary>A validator of Dicom, who reads what is pending every morning and grants it.</summary>
internal sealed class ValidatorActor(DemoStage stage, BusinessTime time)
{
    private static readonly TimeSpan Arrival = TimeSpan.FromHours(7);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var morning = time.WaitUntilAsync(NextMorning(), cancellation);
        while (true)
        {
            using var hold = await morning;
            foreach (var request in await stage.PendingVisasAsync(cancellation))
                await stage.GrantAsync(request, cancellation);

            // Before the hold ends: or the clock could pass a morning.
            morning = time.WaitUntilAsync(NextMorning(), cancellation);
        }
    }

    private DateTimeOffset NextMorning()
    {
        var now = time.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + Arrival;
        return now < today ? today : today.AddDays(1);
    }
}
