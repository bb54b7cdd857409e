using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Messages;

namespace Orchestration.Planning.Estimates;

/// <summary>Who gets which occurrence, of the people in the sample, and how many that makes; each worked out once.</summary>
internal sealed class AudienceBook(IAudiencePanel? panel, IReadOnlyList<Send> sends)
{
    // Of people with a contact: 65 in 85 by e-mail, the others by mobile only (domain.md D, « Hypothèses communes »).
    private const double EmailShare = 65.0 / 85;

    private readonly Dictionary<(string Send, string Occurrence), IReadOnlyList<PanelHit>> hits = [];
    private readonly Dictionary<string, Send> byName = sends.ToDictionary(send => send.Name, StringComparer.Ordinal);

    /// <summary>How many of that public are in the sample.</summary>
    public int SizeOf(Audience.Population population) => panel?.Size(population) ?? 0;

    /// <summary>How many real people one of them stands for.</summary>
    public double WeightOf(Audience.Population population) => panel?.Weight(population) ?? 0;

    /// <summary>The people of the sample who would get it, ascending; none when there is no sample of that public.</summary>
    public IReadOnlyList<PanelHit> HitsOf(Step step)
    {
        // Ages move little within a year: a send that a proposal shifts keeps its people.
        var key = (step.Send.Name, step.Planned.Key.Value);
        if (!hits.TryGetValue(key, out var found))
        {
            hits.Add(key, found = Find(step));
        }

        return found;
    }

    /// <returns>Null when neither the planner nor the sample says anything.</returns>
    public VolumeEstimate? VolumeOf(Step step)
    {
        if (step.Send.Volume is { } volume)
        {
            return Split(volume, step.Send.Channels);
        }

        if (SizeOf(step.Send.Population) == 0)
        {
            return null;
        }

        var found = HitsOf(step);
        var emails = found.Count(hit => hit.Channel == Channel.Email);
        var weight = WeightOf(step.Send.Population);
        return new VolumeEstimate((long)(emails * weight), (long)((found.Count - emails) * weight), IsCounted: true);
    }

    /// <summary>Messages by channel, when the planner says how many people there are.</summary>
    public static VolumeEstimate Split(long volume, IReadOnlyList<Channel> channels)
    {
        var emails = !channels.Contains(Channel.Email) ? 0
            : channels.Contains(Channel.Sms) ? (long)(volume * EmailShare)
            : volume;
        return new VolumeEstimate(emails, volume - emails, IsCounted: false);
    }

    private IReadOnlyList<PanelHit> Find(Step step)
    {
        if (panel is null || panel.Size(step.Send.Population) == 0)
        {
            return [];
        }

        var all = Reached(panel, step.Send, step.Planned.Date);
        if (step.Campaign.Caisses.Count == CaisseDirectory.All.Count)
        {
            return all;
        }

        var (homes, scope) = (panel.Caisses(step.Send.Population), step.Campaign.Caisses.ToHashSet(StringComparer.Ordinal));
        return [.. all.Where(hit => scope.Contains(homes[hit.Person]))];
    }

    /// <summary>A reminder reaches nobody whom the send before did not.</summary>
    private IReadOnlyList<PanelHit> Reached(IAudiencePanel sample, Send send, DateOnly date)
    {
        var selected = sample.Select(send.Population, send.Criterion, send.Channels, date);
        if (send.Remind is not { } reminded)
        {
            return selected;
        }

        // A month of birthdays is that of the invitation, not that of its reminder.
        var earlier = send.Moment is SendRelativeMoment moment && moment.Send == reminded ? date.AddDays(-moment.Offset) : date;
        var before = Reached(sample, byName[reminded], earlier).Select(hit => hit.Person).ToHashSet();
        return [.. selected.Where(hit => before.Contains(hit.Person))];
    }
}
