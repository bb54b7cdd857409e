using Orchestration.Campaigns;

namespace Orchestration.Messages;

/// <summary>
/// The id of what one person gets from one occurrence of one send. It never changes, whatever is retried or rendered again: the
/// delivery adapter's idempotency key, the Message-ID, the MIME boundary and the unsubscribe token derive from it.
/// </summary>
public static class MessageId
{
    /// <summary>Drawn once for this project. Another value would send every message in flight a second time.</summary>
    private static readonly Guid Namespace = new("6f2c1b0e-5d0a-4a43-9a56-0c7b8d6d2f41");

    /// <param name="key">The occurrence.</param>
    /// <param name="person">The datamart's opaque id of the person; never a NIR.</param>
    public static Guid Create(SendKey key, string person)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Value, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(person);

        // A key holds no colon: no two pairs share a name.
        return UuidV5.Create(Namespace, $"{key.Value}:{person}");
    }

    /// <summary>The id of a test message: the same for a repeat of the same request, another for every other.</summary>
    /// <param name="key">The send that is tried out.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="contentHash">What was rendered.</param>
    /// <param name="nonce">Of the request.</param>
    public static Guid CreateTest(SendKey key, string address, string contentHash, string nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Value, nameof(key));

        // Neither a hash nor a nonce holds a colon, and no person's id begins like this.
        return UuidV5.Create(Namespace, $"{key.Value}:test:{contentHash}:{nonce}:{address}");
    }
}
