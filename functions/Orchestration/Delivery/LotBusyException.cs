namespace Orchestration.Delivery;

/// <summary>Another worker delivers this lot; trying again later helps.</summary>
public sealed class LotBusyException(LotId lot) : Exception($"The lot {lot} is being delivered by another worker.");
