namespace Orchestration.Delivery.Adapters;

/// <summary>The provider cannot take a message right now; trying again may help.</summary>
public sealed class TransientDeliveryException(string message, Exception? inner = null) : Exception(message, inner);
