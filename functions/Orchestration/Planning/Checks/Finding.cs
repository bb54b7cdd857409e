using Orchestration.Calendars;

namespace Orchestration.Planning.Checks;

/// <summary>Something that a rule objects to.</summary>
/// <param name="Subject">The entries that it is about, the same however dates change: two findings of one check on one subject are the same fault.</param>
/// <param name="Place">Where a planner would mend it.</param>
/// <param name="What">In French.</param>
/// <param name="Mend">In French.</param>
internal sealed record Finding(string Subject, SourcePlace Place, string What, string Mend)
{
    /// <summary>The written reason that the entry gives; null when it gives none.</summary>
    public string? Waiver { get; init; }

    /// <summary>What could be changed to mend it, the first before the others.</summary>
    public IReadOnlyList<Movable> Movables { get; init; } = [];

    public static Finding At(Send send, string key, string what, string mend) => new(send.Name, send.Places.Of(key), what, mend)
    {
        Waiver = send.Waiver,
        Movables = [new MovableSend(send)],
    };

    public static Finding At(MediaWave wave, string key, string what, string mend) => new(wave.Id, wave.Places.Of(key), what, mend)
    {
        Waiver = wave.Waiver,
        Movables = [new MovableWave(wave)],
    };

    public static Finding At(Campaign campaign, string key, string what, string mend) =>
        new(campaign.Id, campaign.Places.Of(key), what, mend) { Waiver = campaign.Waiver };
}

/// <summary>An entry of the calendar that a proposal may change.</summary>
internal abstract record Movable;

/// <summary>To another date.</summary>
internal sealed record MovableSend(Send Send) : Movable;

/// <summary>By whole weeks.</summary>
internal sealed record MovableWave(MediaWave Wave) : Movable;

/// <summary>Over more days.</summary>
internal sealed record SpreadableSend(Send Send) : Movable;

/// <summary>Without its banner.</summary>
internal sealed record HomepageOf(MediaWave Wave) : Movable;
