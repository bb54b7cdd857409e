namespace Orchestration.Planning;

/// <summary>A day on which a zone does not work.</summary>
/// <param name="Name">In French: « lundi de Pâques ».</param>
/// <param name="IsLocal">True when the rest of France works on that day.</param>
public sealed record PublicHoliday(string Name, bool IsLocal);
