namespace Orchestration.Planning;

/// <summary>
/// Between a caisse's local time and UTC. Where clocks go forward, an hour that does not exist becomes the first one that does;
/// where they go back, an hour that exists twice is the first of the two: a send is neither skipped nor doubled.
/// </summary>
internal static class LocalTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(hour);
        while (zone.IsInvalidTime(local))
        {
            local += Step;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(Of(at, zone));

    public static TimeOnly HourOf(DateTimeOffset at, TimeZoneInfo zone) => TimeOnly.FromDateTime(Of(at, zone));

    private static DateTime Of(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
