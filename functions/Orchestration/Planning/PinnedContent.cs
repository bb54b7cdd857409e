using Orchestration.Campaigns;

namespace Orchestration.Planning;

/// <summary>A content that was settled when a caisse ordered it: what the library publishes later does not change it.</summary>
/// <param name="Hash">Under which it is kept, whole.</param>
/// <param name="Author">Cannot approve it.</param>
/// <param name="Approval">
/// Whose visa counts: the model of the library for a ready-made campaign, approved once for every order; null for the send itself.
/// </param>
public sealed record PinnedContent(string Hash, string Author, SendKey? Approval = null);
