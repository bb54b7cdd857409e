namespace Orchestration.Planning;

/// <summary>
/// One date of a send, before holidays and hours have their say. Its name is what its key ends with: <c>1</c> for a send that
/// happens once, so that moving it keeps the key, and the logical date of a recurring one.
/// </summary>
/// <param name="Name">Last part of its key.</param>
/// <param name="Date">The date that the calendar resolves to.</param>
/// <param name="Reason">In French, how the date came about.</param>
internal sealed record Occurrence(string Name, DateOnly Date, string Reason);
