namespace Orchestration.Messages.Rendering;

/// <summary>Who a message goes to.</summary>
/// <param name="Contact">An e-mail address or a mobile number, as the datamart has it.</param>
/// <param name="Channel">The one that was decided.</param>
/// <param name="Fields">Name to text form, as in the datamart (dates <c>1985-03-12</c>, <c>true</c>, <c>non_fait</c>…); only those
/// that the template declares are read.</param>
public sealed record Recipient(string Contact, Channel Channel, IReadOnlyDictionary<string, string?> Fields);
