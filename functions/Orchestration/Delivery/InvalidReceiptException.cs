namespace Orchestration.Delivery;

/// <summary>A receipt that says nothing of use; trying again does not help.</summary>
public sealed class InvalidReceiptException(string message) : Exception(message);
