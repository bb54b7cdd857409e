namespace Orchestration.Security;

/// <summary>Refers to one message of one lot; nothing in it can be read as a person or an address.</summary>
/// <param name="Send">First 8 bytes of the SHA-256 of the send key.</param>
/// <param name="Caisse">First 4 bytes of the SHA-256 of the caisse's id.</param>
/// <param name="Lot">Number of the lot; <see cref="TestLot"/> in a test message.</param>
/// <param name="Index">Place within the lot.</param>
public readonly record struct MessageLink(ulong Send, uint Caisse, int Lot, int Index)
{
    /// <summary>No lot has this number.</summary>
    public const int TestLot = -1;
}
