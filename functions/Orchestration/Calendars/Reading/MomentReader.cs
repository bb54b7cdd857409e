using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads when a send goes out: <c>at:</c> a date or a distance from a wave, or <c>every:</c> a recurrence.</summary>
internal sealed partial class MomentReader(ReadingContext context)
{
    private const int MostDays = 366;

    public SendMoment? Read(Section section)
    {
        var (at, every) = (section.Scalar("at", required: false), section.Scalar("every", required: false));
        switch (at, every)
        {
            case (not null, not null):
                context.Problems.Error(
                    ProblemCodes.MomentTwice, section.PlaceOf("every"),
                    $"L'envoi a deux moments : « at » et « every ».", $"Gardez « at » pour une date, « every » pour plusieurs.");
                return null;
            case (null, null) when !section.Has("at") && !section.Has("every"):
                context.Problems.Error(
                    ProblemCodes.MomentMissing, section.PlaceOf("at"),
                    $"L'envoi n'a pas de date.", $"Ajoutez « at » ou « every » ; par exemple : {"at: grippe-v1.start - 7d"}");
                return null;
            case (not null, _):
                return At(at, section.PlaceOf("at"));
            case (_, not null):
                return Every(every, section.PlaceOf("every"));
            default:
                return null;
        }
    }

    private SendMoment? At(YamlScalar scalar, SourcePlace place)
    {
        if (DateText.LooksLikeDate(scalar.Value))
        {
            return DateText.Read(scalar, place, context.Problems) is { } date ? new FixedMoment(date) : null;
        }

        if (Anchor().Match(scalar.Value) is not { Success: true } anchor)
        {
            context.Problems.Error(
                ProblemCodes.BadMoment, place,
                $"« {scalar.Value} » n'est pas un moment.",
                $"Donnez une date ({"2027-10-12"}) ou une distance à une vague, en jours (d) ou en jours ouvrés (wd) : "
                    + $"{"grippe-v1.start - 7d"}");
            return null;
        }

        var (wave, offset) = (anchor.Groups["wave"].Value, Offset(anchor));
        if (!context.Declared.Waves.Contains(wave))
        {
            context.Problems.Unknown(
                ProblemCodes.UnknownWave, place, $"La vague « {wave} » n'existe pas.", wave, context.Declared.Waves);
            return null;
        }

        if (Math.Abs(offset) > MostDays)
        {
            context.Problems.Error(
                ProblemCodes.NumberOutOfRange, place,
                $"« {scalar.Value} » est trop loin de la vague.", $"Restez à moins de {MostDays} jours.");
            return null;
        }

        return new WaveMoment(
            wave,
            anchor.Groups["edge"].Value == "start" ? WaveEdge.Start : WaveEdge.End,
            offset,
            anchor.Groups["unit"].Value == "wd" ? OffsetUnit.WorkingDays : OffsetUnit.Days);
    }

    private RecurringMoment? Every(YamlScalar scalar, SourcePlace place)
    {
        var (recurrence, fault) = RecurrenceParser.Parse(scalar.Value);
        if (fault is not null)
        {
            var faultPlace = context.Source.PlaceIn(scalar, fault.Offset, place.Path);
            context.Problems.Error(ProblemCodes.BadRecurrence, faultPlace, $"{fault.What}", $"{fault.Mend}");
        }

        return recurrence is null ? null : new RecurringMoment(recurrence);
    }

    private static int Offset(Match anchor) => anchor.Groups["days"] is { Success: true } days
        ? int.Parse(anchor.Groups["sign"].Value + days.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        @"\A\s*(?<wave>[a-z0-9-]+)\.(?<edge>start|end)(\s*(?<sign>[+-])\s*(?<days>[0-9]{1,6})(?<unit>wd|d))?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
