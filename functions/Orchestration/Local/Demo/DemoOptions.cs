namespace Orchestration.Local.Demo;

/// <summary>How to run the demo.</summary>
/// <param name="Folder">Its own, apart from the real-time app's.</param>
/// <param name="People">Insured people to invent.</param>
/// <param name="Fresh">Begins anew even if a demo was interrupted.</param>
/// <param name="Verbose">Shows what the app logs.</param>
/// <param name="Kill">See <see cref="Faults.KillPolicy"/>.</param>
internal sealed record DemoOptions(string Folder, int People, bool Fresh, bool Verbose, string? Kill)
{
    /// <summary>Business time at the beginning: a Monday, before the change to summer time.</summary>
    public static DateTimeOffset Start { get; } = new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero);

    public const string Calendar = "demo-2027";
}
