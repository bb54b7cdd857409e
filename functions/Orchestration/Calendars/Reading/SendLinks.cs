using Orchestration.Audience;

namespace Orchestration.Calendars.Reading;

/// <summary>What sends say of one another: a date from another send, a reminder. Every chain must end.</summary>
internal sealed class SendLinks
{
    private readonly Dictionary<string, Send> byName;
    private readonly ReadingContext context;

    // The send at the end of each chain that was followed; null for one that turns in a circle. Each send is followed once.
    private readonly Dictionary<string, Send?> ends = new(StringComparer.Ordinal);

    private SendLinks(IReadOnlyList<Send> sends, ReadingContext context)
    {
        byName = sends.DistinctBy(send => send.Name).ToDictionary(send => send.Name, StringComparer.Ordinal);
        this.context = context;
    }

    public static void Check(IReadOnlyList<Send> sends, ReadingContext context)
    {
        var links = new SendLinks(sends, context);
        foreach (var send in sends)
        {
            links.CheckMoment(send);
            links.CheckReminder(send);
        }
    }

    private void CheckMoment(Send send)
    {
        if (!ends.ContainsKey(send.Name))
        {
            Follow(send);
        }

        if (ends[send.Name] is { Moment: DailyMoment } end && end.Name != send.Name)
        {
            var names = context.Names;
            context.Problems.Error(
                ProblemCodes.RelativeToOpenEnd, send.Places.Of("at"),
                $"« {end.Name} » part chaque jour : aucun autre envoi ne peut compter ses jours à partir de lui.",
                $"Comptez à partir de la date de la personne, ainsi : {names.Pair("every", "day")} et "
                    + $"{names.Pair("audience", "jours_depuis(naissance, 18) == 7")}");
        }
    }

    private void Follow(Send first)
    {
        var chain = new List<Send>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        Send? end = first;
        while (!positions.ContainsKey(end.Name))
        {
            positions.Add(end.Name, chain.Count);
            chain.Add(end);
            if (end.Moment is not SendRelativeMoment moment || !byName.TryGetValue(moment.Send, out var before))
            {
                Settle(chain, end);
                return;
            }

            if (ends.TryGetValue(before.Name, out var known))
            {
                Settle(chain, known);
                return;
            }

            end = before;
        }

        Settle(chain, null);
        ReportCircle(chain[positions[end.Name]..]);
    }

    private void Settle(List<Send> chain, Send? end) => chain.ForEach(send => ends[send.Name] = end);

    private void ReportCircle(List<Send> circle)
    {
        // Told once, from the send that comes first in the file.
        var first = circle.Index().MinBy(send => (send.Item.Places.Entry.Line, send.Item.Places.Entry.Column)).Index;
        var names = circle[first..].Concat(circle[..first]).Append(circle[first]).Select(send => send.Name);
        context.Problems.Error(
            ProblemCodes.SendCycle, circle[first].Places.Of("at"),
            $"Ces envois se donnent leur date en rond : {string.Join(" → ", names)}.",
            $"Donnez à l'un d'eux une date, ou une distance à une vague.");
    }

    private void CheckReminder(Send send)
    {
        if (send.Remind is not { } name || !byName.TryGetValue(name, out var reminded))
        {
            return;
        }

        var names = context.Names;
        if (reminded.Name == send.Name || reminded.Moment is DailyMoment)
        {
            context.Problems.Error(
                ProblemCodes.SendCycle, send.Places.Of("remind"),
                $"« {name} » ne peut pas être relancé ainsi.",
                $"Un envoi relance un autre envoi, daté ; dans un parcours, l'audience dit qui est relancé.");
        }
        else if (reminded.Population != send.Population)
        {
            context.Problems.Error(
                ProblemCodes.RemindsOtherPublic, send.Places.Of("remind"),
                $"La relance s'adresse au public « {names.Word<Population>("public", send.Population)} », "
                    + $"« {name} » au public « {names.Word<Population>("public", reminded.Population)} ».",
                $"Corrigez « {names.Name("public")} » ou « {names.Name("remind")} ».");
        }
    }
}
