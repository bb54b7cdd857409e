using Orchestration.LocalRuntime.Time;

namespace Orchestration.Local.Demo;

/// <summary>A validator of Dicom, who reads what is pending every morning at nine and grants it.</summary>
internal sealed class ValidatorActor(DemoStage stage, BusinessTime time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var morning = new DateTimeOffset(now.Year, now.Month, now.Day, 7, 0, 0, TimeSpan.Zero);
            using var hold = await time.WaitUntilAsync(morning > now ? morning : morning.AddDays(1), cancellation);
            foreach (var request in await stage.PendingVisasAsync(cancellation))
                await stage.GrantAsync(request, cancellation);
        }
    }
}
