using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Local.Steps;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Wording;

namespace Orchestration.Local.Verbs;

internal static partial class TimeCommand
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static Command Create()
    {
        var moment = new Argument<string?>("moment")
        {
            Description = "+2h, +3d, or a moment in Paris such as 2027-04-12T10:00; without it, tells the time.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = CommonOptions.Folder();
        var verb = new Command("time", "Of an app that runs with --steps: moves its time on, from event to event, and waits until it is there.") { moment, folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var steps = new StepsFolder(Path.GetFullPath(parsed.GetValue(folder)!));
            if (!steps.IsOne || steps.ReadNow() is not { } now)
                throw new LocalToolException("No app runs with --steps in this folder.");
            if (parsed.GetValue(moment) is { } text)
                await MoveAsync(steps, now, Parse(text, now), cancellation);
            var there = TimeZoneInfo.ConvertTime(steps.ReadNow()!.Value, Paris).DateTime;
            Console.WriteLine(French.Text($"{FrenchDates.Long(DateOnly.FromDateTime(there))}, {FrenchDates.Hour(TimeOnly.FromDateTime(there))}"));
            return 0;
        });
        return verb;
    }

    private static async Task MoveAsync(StepsFolder steps, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        if (until <= now)
            throw new LocalToolException("Time does not go back.");
        steps.WriteUntil(until);
        while (steps.ReadNow() < until)
            await Task.Delay(Glance, cancellation);
    }

    /// <exception cref="LocalToolException">It is no moment.</exception>
    internal static DateTimeOffset Parse(string text, DateTimeOffset now)
    {
        if (Step().Match(text) is { Success: true } step)
        {
            var count = int.Parse(step.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return now + (step.Groups[2].Value == "d" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count));
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var there))
            return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(there, Paris), TimeSpan.Zero);
        throw new LocalToolException($"'{text}' is no moment: write +2h, +3d or 2027-04-12T10:00.");
    }

    [GeneratedRegex(@"\A\+([0-9]{1,4})([hd])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
