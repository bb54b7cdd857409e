using Orchestration.Audience;
using Orchestration.Calendars;

namespace Orchestration.Planning.Checks;

/// <summary>
/// The moment when a campaign reaches the public: a wave, with the sends tied to it, or the sends alone when a campaign has no
/// wave. Recurring sends launch nothing: a newsletter is not an announcement.
/// </summary>
internal sealed record Launch(MediaWave? Wave, IReadOnlyList<Step> Steps)
{
    public static IEnumerable<Launch> Of(IReadOnlyList<MediaWave> waves, IReadOnlyList<Step> steps)
    {
        var single = steps.Where(step => !step.IsRecurring).ToList();
        var ordered = waves.OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal).ToList();
        return ordered.Count == 0
            ? [new Launch(null, single)]
            : ordered.Select(wave => new Launch(wave, [.. single.Where(step => Belongs(step, wave, ordered))]));
    }

    /// <summary>The first day on which the public hears of it in a zone; null when it never does.</summary>
    public DateOnly? PublicDayIn(CaisseZone zone)
    {
        var sent = FirstDay(Population.Insured, zone);
        return sent is null || Wave?.Start < sent ? Wave?.Start : sent;
    }

    public DateOnly? FirstDay(Population population, CaisseZone zone) => First(population, zone)?.FirstDayIn(zone);

    /// <summary>The step that reaches that public first in a zone.</summary>
    public Step? First(Population population, CaisseZone zone) => Steps
        .Where(step => step.Send.Population == population && step.FirstDayIn(zone) is not null)
        .MinBy(step => step.FirstDayIn(zone));

    private static bool Belongs(Step step, MediaWave wave, IReadOnlyList<MediaWave> waves)
    {
        if (step.Send.Moment is WaveMoment moment && waves.Any(own => own.Id == moment.Wave))
        {
            return moment.Wave == wave.Id;
        }

        // A date of its own prepares every launch; but to the public it announces only the next one, or follows the last.
        return step.Send.Population != Population.Insured
            || waves.FirstOrDefault(next => next.Start >= step.Planned.Date) == wave;
    }
}
