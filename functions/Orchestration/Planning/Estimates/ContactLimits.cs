using Orchestration.Audience;
using Orchestration.Messages;

namespace Orchestration.Planning.Estimates;

/// <summary>How often a person of one public may be contacted.</summary>
internal sealed record ContactLimits(int GapDays, int WindowDays, int Messages, int Sms)
{
    // Sends are taken by their first day: one that is spread reaches a person later than one that begins after it.
    private const int LongestSpread = 31;

    public static ContactLimits Of(PressureRules rules, Population population) => population == Population.Professionals
        ? new(0, rules.ProfessionalWindowDays, rules.MessagesPerProfessionalWindow, int.MaxValue)
        : new(rules.GapDays, rules.WindowDays, rules.MessagesPerWindow, rules.SmsPerWindow);

    /// <summary>Compares a new message with those before it, in the order of their days, and counts what is too much.</summary>
    public void Look(
        List<Contact> before, int day, Channel channel, int step, Dictionary<(int, int), int> close, Dictionary<int, Crowd> crowded)
    {
        var (messages, sms) = (1, channel == Channel.Sms ? 1 : 0);
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var distance = Math.Abs(day - before[i].Day);
            if (distance >= WindowDays && before[i].Day < day - WindowDays - LongestSpread)
            {
                break;
            }

            if (distance < GapDays)
            {
                close[(before[i].Step, step)] = close.GetValueOrDefault((before[i].Step, step)) + 1;
            }

            if (distance < WindowDays)
            {
                messages++;
                sms += before[i].IsSms ? 1 : 0;
            }
        }

        if (messages > Messages || (channel == Channel.Sms && sms > Sms))
        {
            Count(before, day, step, crowded);
        }
    }

    private void Count(List<Contact> before, int day, int step, Dictionary<int, Crowd> crowded)
    {
        if (!crowded.TryGetValue(step, out var crowd))
        {
            crowded.Add(step, crowd = new Crowd());
        }

        crowd.People++;
        foreach (var contact in before)
        {
            if (Math.Abs(day - contact.Day) < WindowDays)
            {
                crowd.Others[contact.Step] = crowd.Others.GetValueOrDefault(contact.Step) + 1;
            }
        }
    }
}

/// <summary>The people for whom a send is one message too many, and the sends before it.</summary>
internal sealed class Crowd
{
    public int People { get; set; }

    public Dictionary<int, int> Others { get; } = [];
}
