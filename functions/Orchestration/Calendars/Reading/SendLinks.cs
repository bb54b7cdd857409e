namespace Orchestration.Calendars.Reading;

/// <summary>What sends say of one another: a date from another send, a reminder. Every chain must end.</summary>
internal static class SendLinks
{
    public static void Check(IReadOnlyList<Send> sends, ProblemList problems)
    {
        var byName = sends.DistinctBy(send => send.Name).ToDictionary(send => send.Name, StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var send in sends)
        {
            CheckMoment(send, byName, reported, problems);
            CheckReminder(send, byName, problems);
        }
    }

    private static void CheckMoment(Send send, Dictionary<string, Send> byName, HashSet<string> reported, ProblemList problems)
    {
        var chain = new List<Send> { send };
        while (chain[^1].Moment is SendRelativeMoment moment && byName.TryGetValue(moment.Send, out var before))
        {
            if (before == send)
            {
                ReportCycle(chain, reported, problems);
                return;
            }

            if (chain.Contains(before))
            {
                // The circle does not pass through this send; it is told where it does.
                return;
            }

            chain.Add(before);
        }

        if (chain.Count > 1 && chain[^1].Moment is DailyMoment)
        {
            problems.Error(
                ProblemCodes.RelativeToOpenEnd, send.Places.Of("at"),
                $"« {chain[^1].Name} » part chaque jour : aucun autre envoi ne peut compter ses jours à partir de lui.",
                $"Comptez à partir de la date de la personne, ainsi : {"every: day"} et {"audience: jours_depuis(naissance, 18) == 7"}");
        }
    }

    private static void ReportCycle(List<Send> chain, HashSet<string> reported, ProblemList problems)
    {
        if (!chain.TrueForAll(send => reported.Add(send.Name)))
        {
            return;
        }

        problems.Error(
            ProblemCodes.SendCycle, chain[0].Places.Of("at"),
            $"Ces envois se donnent leur date en rond : {string.Join(" → ", chain.Append(chain[0]).Select(send => send.Name))}.",
            $"Donnez à l'un d'eux une date, ou une distance à une vague.");
    }

    private static void CheckReminder(Send send, Dictionary<string, Send> byName, ProblemList problems)
    {
        if (send.Remind is not { } name || !byName.TryGetValue(name, out var reminded))
        {
            return;
        }

        if (reminded == send || reminded.Moment is DailyMoment)
        {
            problems.Error(
                ProblemCodes.SendCycle, send.Places.Of("remind"),
                $"« {name} » ne peut pas être relancé ainsi.",
                $"Un envoi relance un autre envoi, daté ; dans un parcours, l'audience dit qui est relancé.");
        }
        else if (reminded.Population != send.Population)
        {
            problems.Error(
                ProblemCodes.RemindsOtherPublic, send.Places.Of("remind"),
                $"La relance s'adresse au public « {Words<Audience.Population>.Of(send.Population)} », "
                    + $"« {name} » au public « {Words<Audience.Population>.Of(reminded.Population)} ».",
                $"Corrigez « public » ou « remind ».");
        }
    }
}
