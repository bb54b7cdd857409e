namespace Orchestration.Messages.Templates.Zones;

/// <summary>A place of a template that a caisse fills in with its own words, the same for every recipient.</summary>
/// <param name="Name">As parts name it, like a field.</param>
/// <param name="Label">What it is for, in French.</param>
/// <param name="MaxLength">Characters.</param>
/// <param name="Kind">What may be written there.</param>
/// <param name="Optional">It may be left out; parts then see a missing value.</param>
public sealed record ZoneDeclaration(string Name, string Label, int MaxLength, ZoneKind Kind, bool Optional);
