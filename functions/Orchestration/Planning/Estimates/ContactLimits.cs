using Orchestration.Audience;

namespace Orchestration.Planning.Estimates;

/// <summary>How often a person of one public may be contacted.</summary>
internal sealed record ContactLimits(int GapDays, int WindowDays, int Messages, int Sms)
{
    public static ContactLimits Of(PressureRules rules, Population population) => population == Population.Professionals
        ? new(0, rules.ProfessionalWindowDays, rules.MessagesPerProfessionalWindow, int.MaxValue)
        : new(rules.GapDays, rules.WindowDays, rules.MessagesPerWindow, rules.SmsPerWindow);

    /// <summary>Goes through the messages to one person, day by day, and counts what is too much.</summary>
    public void Look(ReadOnlySpan<Contact> contacts, Dictionary<(int, int), int> close, Dictionary<int, Crowd> crowded)
    {
        var (first, sms) = (0, 0);
        for (var last = 0; last < contacts.Length; last++)
        {
            var contact = contacts[last];
            sms += contact.IsSms ? 1 : 0;
            for (; contact.Day - contacts[first].Day >= WindowDays; first++)
            {
                sms -= contacts[first].IsSms ? 1 : 0;
            }

            if (contact.IsExempt)
            {
                continue;
            }

            for (var before = last - 1; before >= first && contact.Day - contacts[before].Day < GapDays; before--)
            {
                close[(contacts[before].Step, contact.Step)] = close.GetValueOrDefault((contacts[before].Step, contact.Step)) + 1;
            }

            if (last - first + 1 > Messages || (contact.IsSms && sms > Sms))
            {
                Count(contacts[first..last], contact.Step, crowded);
            }
        }
    }

    private static void Count(ReadOnlySpan<Contact> before, int step, Dictionary<int, Crowd> crowded)
    {
        if (!crowded.TryGetValue(step, out var crowd))
        {
            crowded.Add(step, crowd = new Crowd());
        }

        // Some people tell which sends come before; all of them tell how many they are.
        if (crowd.People++ >= Crowd.Witnesses)
        {
            return;
        }

        foreach (var contact in before)
        {
            crowd.Others[contact.Step] = crowd.Others.GetValueOrDefault(contact.Step) + 1;
        }
    }
}

/// <summary>The people for whom a send is one message too many, and the sends before it.</summary>
internal sealed class Crowd
{
    public const int Witnesses = 50;

    public int People { get; set; }

    public Dictionary<int, int> Others { get; } = [];
}
