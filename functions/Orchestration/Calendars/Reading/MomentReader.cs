using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Reads when a send goes out: <c>at:</c> a date, or a distance from a wave or from another send; <c>every:</c> a recurrence or
/// <c>day</c>; <c>on:</c> a trigger.
/// </summary>
internal sealed partial class MomentReader(ReadingContext context)
{
    private const int MostDays = 366;
    private const string EveryDay = "day";

    private static readonly string[] Kinds = ["at", "every", "on"];

    public SendMoment? Read(Section section)
    {
        var given = Kinds.Where(section.Has).ToList();
        if (given.Count == 0 && !Kinds.Any(section.HasRefused))
        {
            context.Problems.Error(
                ProblemCodes.MomentMissing, section.PlaceOf(Kinds.FirstOrDefault(section.HasKey) ?? "at"),
                $"L'envoi n'a pas de date.",
                $"Remplissez {context.Names.AnyOf(Kinds)} ; par exemple : {context.Names.Pair("at", "grippe-v1.start - 7d")}");
        }
        else if (given.Count > 1)
        {
            context.Problems.Error(
                ProblemCodes.MomentTwice, section.PlaceOf(given[1]),
                $"L'envoi a deux moments : « {context.Names.Name(given[0])} » et « {context.Names.Name(given[1])} ».",
                context.Names.MomentKinds);
            return null;
        }

        var moment = At(section) ?? Every(section) ?? On(section);
        if (moment is not (null or DailyMoment or TriggeredMoment) && section.Has("from"))
        {
            context.Problems.Error(
                ProblemCodes.KeyWithoutUse, section.PlaceOf("from"),
                $"« {context.Names.Name("from")} » n'a de sens qu'avec « {context.Names.Name("on")} » "
                    + $"ou {context.Names.Pair("every", EveryDay)}.",
                $"Retirez « {context.Names.Name("from")} ».");
        }

        return moment;
    }

    private SendMoment? At(Section section)
    {
        if (section.Scalar("at", required: false) is not { } scalar)
        {
            return null;
        }

        var place = section.PlaceOf("at");
        if (DateText.LooksLikeDate(scalar.Value))
        {
            return DateText.Read(scalar, place, context.Problems) is { } date ? new FixedMoment(date) : null;
        }

        if (Anchor().Match(scalar.Value) is not { Success: true } anchor)
        {
            context.Problems.Error(
                ProblemCodes.BadMoment, place,
                $"« {scalar.Value} » n'est pas un moment.",
                $"Donnez une date ({"2027-10-12"}) ou une distance à une vague ou à un envoi, en jours (d) ou en jours ouvrés (wd) : "
                    + $"{"grippe-v1.start - 7d"}, {"grippe-2027/invitation + 35d"}");
            return null;
        }

        return Anchored(scalar, anchor, place);
    }

    private SendMoment? Anchored(SourceScalar scalar, Match anchor, SourcePlace place)
    {
        var (wave, send, offset) = (anchor.Groups["wave"].Value, anchor.Groups["send"].Value, Offset(anchor));
        if (send.Length == 0 && !context.Declared.Waves.Contains(wave))
        {
            context.Problems.Unknown(
                ProblemCodes.UnknownWave, place, $"La vague « {wave} » n'existe pas.", wave, context.Declared.Waves);
            return null;
        }

        if (send.Length > 0 && !context.Declared.Sends.Contains(send))
        {
            context.Problems.Unknown(
                ProblemCodes.UnknownSend, place, $"L'envoi « {send} » n'existe pas.", send, context.Declared.Sends);
            return null;
        }

        if (Math.Abs(offset) > MostDays)
        {
            context.Problems.Error(
                ProblemCodes.NumberOutOfRange, place,
                $"« {scalar.Shown} » est trop loin.", $"Restez à moins de {MostDays} jours.");
            return null;
        }

        var unit = anchor.Groups["unit"].Value == "wd" ? OffsetUnit.WorkingDays : OffsetUnit.Days;
        return send.Length > 0
            ? new SendRelativeMoment(send, offset, unit)
            : new WaveMoment(wave, anchor.Groups["edge"].Value == "start" ? WaveEdge.Start : WaveEdge.End, offset, unit);
    }

    private SendMoment? Every(Section section)
    {
        if (section.Scalar("every", required: false) is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Trim() == EveryDay)
        {
            return new DailyMoment(section.Date("from", required: false));
        }

        var (recurrence, fault) = RecurrenceParser.Parse(scalar.Value);
        if (fault is not null)
        {
            var faultPlace = scalar.PlaceIn(fault.Offset, section.PlaceOf("every").Path);
            context.Problems.Error(ProblemCodes.BadRecurrence, faultPlace, $"{fault.What}", $"{fault.Mend}");
        }

        return recurrence is null ? null : new RecurringMoment(recurrence);
    }

    private static TriggeredMoment? On(Section section) =>
        section.Has("on") && section.Id("on") is { } trigger ? new TriggeredMoment(trigger, section.Date("from", required: false)) : null;

    private static int Offset(Match anchor) => anchor.Groups["days"] is { Success: true } days
        ? int.Parse(anchor.Groups["sign"].Value + days.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        @"\A\s*((?<wave>[a-z0-9-]+)\.(?<edge>start|end)|(?<send>[a-z0-9-]+/[a-z0-9-]+))"
            + @"(\s*(?<sign>[+-])\s*(?<days>[0-9]{1,6})(?<unit>wd|d))?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
