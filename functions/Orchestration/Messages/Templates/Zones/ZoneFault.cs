namespace Orchestration.Messages.Templates.Zones;

/// <summary>Why a text may not stand in its zone.</summary>
/// <param name="Code"><c>Z0xx</c>.</param>
/// <param name="What">In French, a sentence.</param>
/// <param name="Mend">In French, what to write instead.</param>
internal sealed record ZoneFault(string Code, string What, string Mend);
