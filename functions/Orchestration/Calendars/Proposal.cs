namespace Orchestration.Calendars;

/// <summary>A way to mend a problem that was tried: with it, the problem is gone and no other has come.</summary>
/// <param name="Words">In French: « décaler « relance » au mardi 16/11 ».</param>
/// <param name="Corrections">What to write into the file.</param>
public sealed record Proposal(string Words, IReadOnlyList<Correction> Corrections);

/// <summary>One value of a file to write anew.</summary>
/// <param name="Path">The entry, such as <c>sends[2]</c>.</param>
/// <param name="Key">The key, which the entry may lack so far.</param>
/// <param name="Value">As YAML has it, such as <c>2027-11-16</c> or <c>grippe-v1.start + 2d</c>; null to remove the key.</param>
public sealed record Correction(string Path, string Key, string? Value);
