namespace Orchestration.Local.Demo;

/// <summary>How to run the demo.</summary>
/// <param name="Script">What it plays.</param>
/// <param name="Folder">Its own, apart from the real-time app's.</param>
/// <param name="People">Insured people to invent.</param>
/// <param name="Caisses">How many caisses they live in; the others have a file without anybody.</param>
/// <param name="Fresh">Begins anew even if a demo was interrupted.</param>
/// <param name="Verbose">Shows what the app logs.</param>
/// <param name="Kill">See <see cref="Faults.KillPolicy"/>.</param>
internal sealed record DemoOptions(DemoScript Script, string Folder, int People, int Caisses, bool Fresh, bool Verbose, string? Kill);
